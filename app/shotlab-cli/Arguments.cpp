// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "Arguments.h"

#include <iostream>
#include <limits>

#include <CLI/CLI.hpp>

#include "Console.h"

#include "lab/Arm.h"
#include "lab/Comparison.h"
#include "lab/Shots.h"

namespace shotlab::cli
{

namespace
{

constexpr int kMostDraws = 1000;
constexpr int kMostThreads = 1024;

// These texts are for people who type commands; option names are never translated, and neither is their help.

std::string checkShots(const std::string &text)
{
    return Shots::fromString(text) ? std::string() : "k is a whole number from 0 on, or \"all\", and not " + text;
}

std::string checkArm(const std::string &text)
{
    if (armKindFromName(text))
        return {};
    std::string known;
    for (const ArmKind kind : allArmKinds())
        known += (known.empty() ? "" : ", ") + std::string(armName(kind));
    return "no arm is called \"" + text + "\"; there are " + known;
}

std::string checkSetting(const std::string &text)
{
    const std::size_t dot = text.find('.');
    const std::size_t equals = text.find('=');
    const bool formed = dot != std::string::npos && equals != std::string::npos && dot > 0 && equals > dot + 1;
    return formed ? checkArm(text.substr(0, dot)) : "a setting is written ARM.KEY=VALUE: " + text;
}

CLI::App *addSample(CLI::App &app, SampleArguments &into)
{
    CLI::App *command = app.add_subcommand("sample", "Make a new lab from a sample on board, or list the samples");
    CLI::Option *name = command->add_option("NAME", into.name, "Sample; without one the samples are listed");
    command->add_option("LAB", into.lab, "File to make");
    command->callback([&into, name] {
        if (name->count() > 0 && into.lab.empty())
            throw CLI::RequiredError("LAB");
    });
    return command;
}

CLI::App *addNew(CLI::App &app, NewArguments &into)
{
    CLI::App *command = app.add_subcommand("new", "Make a new lab from your own data");
    command->add_option("LAB", into.lab, "File to make")->required();
    command->add_option("--model", into.model, "Model on board or TorchScript file; default: the one that suits the data");
    command->add_option("--data", into.data, "Folder with one folder per class, or table")->required();
    command->add_option("--test", into.test, "Own test data (folder or table), or the share of each class to hold out (0.3)");
    command->add_option("--seed", into.seed, "Deals the test set")->capture_default_str();
    command->add_option("--text-column", into.contentColumn, "Column of the table that holds sentences or picture paths");
    command->add_option("--label-column", into.labelColumn, "Column of the table that holds the classes");
    return command;
}

CLI::App *addInspect(CLI::App &app, InspectArguments &into)
{
    CLI::App *command = app.add_subcommand("inspect", "Look at a model");
    command->add_option("MODEL", into.model, "Model on board or TorchScript file")->required();
    command->add_flag("--json", into.json, "Print one JSON document");
    return command;
}

CLI::App *addCompare(CLI::App &app, CompareArguments &into)
{
    CLI::App *command = app.add_subcommand("compare", "Run a comparison; what is finished is taken over");
    command->add_option("LAB", into.lab, "Lab file")->required();
    command->add_option("--arms", into.arms, "Arms, comma separated; default: all that are on by default")
        ->delimiter(',')
        ->allow_extra_args(false)
        ->check(checkArm);
    command->add_option("--k", into.shots, "Examples per class, comma separated; default: 0,1,2,5,10,all")
        ->delimiter(',')
        ->allow_extra_args(false)
        ->check(checkShots);
    command->add_option("--draws", into.draws, "Draws of every arm")->check(CLI::Range(1, kMostDraws));
    command->add_option("--seed", into.seed, "Seed of the draws; default: the lab's");
    command->add_option("--views", into.views, "Versions in which each picture to learn from is shown; default: 1, as it is")
        ->check(CLI::Range(1, kMostViews));
    command->add_option("--train", into.train, "Layers that chosen-layers lets learn, as patterns")
        ->delimiter(',')
        ->allow_extra_args(false);
    command->add_option("--set", into.settings, "A setting, ARM.KEY=VALUE; may be repeated")
        ->allow_extra_args(false)
        ->check(checkSetting);
    command->add_flag("--fresh", into.fresh, "Compute again what is there already");
    command->add_option("--threads", into.threads, "Threads; default: physical cores")->check(CLI::Range(1, kMostThreads));
    command->add_flag("--json", into.json, "Print one JSON document");
    return command;
}

CLI::App *addShow(CLI::App &app, ShowArguments &into)
{
    CLI::App *command = app.add_subcommand("show", "Print the results of a lab");
    command->add_option("LAB", into.lab, "Lab file")->required();
    command->add_option("--comparison", into.comparison, "Which comparison; default: the latest")
        ->check(CLI::Range(std::int64_t {1}, std::numeric_limits<std::int64_t>::max()));
    CLI::Option *json = command->add_flag("--json", into.json, "Print one JSON document");
    command->add_flag("--csv", into.csv, "Print a table for other programs")->excludes(json);
    return command;
}

CLI::App *addRescue(CLI::App &app, RescueArguments &into)
{
    CLI::App *command = app.add_subcommand("rescue", "Save what can be read of a damaged lab as a new one");
    command->add_option("DAMAGED", into.damaged, "Lab file that cannot be opened; it is left as it is")->required();
    command->add_option("LAB", into.lab, "File to make")->required();
    return command;
}

} // namespace

std::variant<Command, int> parseArguments(int argc, char **argv)
{
    CLI::App app("Shotlab: zero-shot, few-shot and full fine-tuning side by side", "shotlab-cli");
    app.set_version_flag("--version", SHOTLAB_VERSION);
    app.require_subcommand(1);
    SampleArguments sample;
    NewArguments create;
    InspectArguments inspect;
    CompareArguments compare;
    ShowArguments show;
    RescueArguments rescue;
    const CLI::App *sampleCommand = addSample(app, sample);
    const CLI::App *newCommand = addNew(app, create);
    const CLI::App *inspectCommand = addInspect(app, inspect);
    const CLI::App *compareCommand = addCompare(app, compare);
    addShow(app, show);
    const CLI::App *rescueCommand = addRescue(app, rescue);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        return app.exit(error, std::cout, std::cerr) == 0 ? kDone : kUsage;
    }
    if (sampleCommand->parsed())
        return Command(sample);
    if (newCommand->parsed())
        return Command(create);
    if (inspectCommand->parsed())
        return Command(inspect);
    if (compareCommand->parsed())
        return Command(compare);
    if (rescueCommand->parsed())
        return Command(rescue);
    return Command(show);
}

} // namespace shotlab::cli
