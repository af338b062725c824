// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QCoreApplication>
#include <QFileInfo>
#include <QStringList>

#include "text/ErrorWords.h"
#include "text/Sentences.h"

namespace shotlab::text
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Errors)
};

ErrorText labError(const ErrorArguments &a, ErrorCode code)
{
    switch (code) {
    case ErrorCode::LabNotFound:
        return {Words::tr("%1 was not found.").arg(a.file(0)), {}, Words::tr("Look where it was moved to, or begin a new lab.")};
    case ErrorCode::LabNotALab:
        return {Words::tr("%1 is not a lab.").arg(a.file(0)), Words::tr("Nothing in it was changed."),
                Words::tr("Choose a file that ends in .shotlab.")};
    case ErrorCode::LabDamaged:
        return {Words::tr("%1 is damaged and was not opened.").arg(a.file(0)), Words::tr("The file was left as it is."),
                Words::tr("Open an earlier copy of it, or rescue what can still be read (on the command line: shotlab-cli rescue DAMAGED NEW).")};
    case ErrorCode::LabNewerVersion:
        return {Words::tr("This lab was made by a newer Shotlab (%1).").arg(a.at(1)), Words::tr("Nothing in it will be changed."),
                Words::tr("Open it for reading only, or install that version.")};
    case ErrorCode::LabInUse:
        return {a.at(1).isEmpty() ? Words::tr("%1 is open in another program.").arg(a.file(0))
                                  : Words::tr("%1 is open elsewhere: %2.").arg(a.file(0), a.at(1)),
                Words::tr("Only one program can change a lab at a time."),
                Words::tr("Close it there, or open it here for reading only.")};
    case ErrorCode::LabReadOnly:
        return {Words::tr("%1 may not be changed here.").arg(a.file(0)), Words::tr("It is opened for reading only."),
                Words::tr("To go on working, save a copy in a folder of your own.")};
    case ErrorCode::LabExists:
        return {Words::tr("%1 exists already.").arg(a.file(0)), Words::tr("It was left as it is."),
                Words::tr("Choose another name, or open it.")};
    case ErrorCode::LabUnreadable:
        return {Words::tr("%1 may not be read by you.").arg(a.file(0)), Words::tr("Nothing in it was changed."),
                Words::tr("Change its permissions, or ask its owner for a copy.")};
    case ErrorCode::LabNotCreated:
        return {Words::tr("A lab cannot be made in %1.").arg(a.folder(0)), Words::tr("Nothing was written."),
                Words::tr("Choose a folder that exists and that you may write to.")};
    case ErrorCode::LabWriteFailed:
        return {Words::tr("The lab could not be written."), Words::tr("Everything saved before is kept."),
                Words::tr("Check that %1 can be written to, and go on.").arg(a.folder(0))};
    case ErrorCode::DiskFull:
        return {Words::tr("The disk is full."), Words::tr("Everything up to here is saved."),
                Words::tr("Free some space, then go on.")};
    default:
        return {};
    }
}

/// What keeps any file from being read, whatever it holds.
std::optional<ErrorText> unreadableFile(const ErrorArguments &a)
{
    const QString others = Words::tr("It was left out; everything else was added.");
    const QString reason = a.at(1);
    if (reason == QLatin1String("no-permission"))
        return ErrorText {Words::tr("%1 may not be read by you.").arg(a.file(0)), others,
                          Words::tr("Change its permissions and add it again.")};
    if (reason == QLatin1String("not-a-file"))
        return ErrorText {Words::tr("%1 is no ordinary file.").arg(a.file(0)), others,
                          Words::tr("Copy the file itself and add that.")};
    if (reason == QLatin1String("too-many-bytes"))
        return ErrorText {Words::tr("%1 is larger than 200 MB.").arg(a.file(0)), others,
                          Words::tr("Make it smaller and add it again.")};
    if (reason == QLatin1String("read-failed"))
        return ErrorText {Words::tr("%1 could not be read from its disk.").arg(a.file(0)), others,
                          Words::tr("Check the disk, then add it again.")};
    return std::nullopt;
}

ErrorText unreadablePicture(const ErrorArguments &a)
{
    if (const auto file = unreadableFile(a))
        return *file;
    const QString others = Words::tr("It was left out; everything else was added.");
    if (a.at(1) == QLatin1String("truncated"))
        return {Words::tr("%1 ends in the middle.").arg(a.file(0)), others, Words::tr("Copy or download it again.")};
    return {Words::tr("%1 could not be read as a picture.").arg(a.file(0)), others,
            Words::tr("Save it again as JPEG or PNG and add that.")};
}

ErrorText unreadableText(const ErrorArguments &a)
{
    if (const auto file = unreadableFile(a))
        return *file;
    const QString others = Words::tr("It was left out; everything else was added.");
    const QString reason = a.at(1);
    if (reason == QLatin1String("blank"))
        return {Words::tr("%1 is empty.").arg(a.file(0)), others, {}};
    if (reason == QLatin1String("too-long"))
        return {Words::tr("%1 is much longer than a sentence.").arg(a.file(0)), others,
                Words::tr("Cut it into sentences and add those.")};
    return {Words::tr("%1 is not text that Shotlab can read.").arg(a.file(0)), others,
            Words::tr("Save it as plain text in UTF-8 and add that.")};
}

ErrorText pictureError(const ErrorArguments &a, ErrorCode code)
{
    switch (code) {
    case ErrorCode::NoReadablePictures:
        return {Words::tr("No picture in %1 could be read.").arg(a.file(0)), Words::tr("Nothing was added."),
                Words::tr("Shotlab reads JPEG, PNG, WebP, TIFF, GIF and BMP.")};
    case ErrorCode::NoReadableTexts:
        return {a.at(0).isEmpty() ? Words::tr("There was no sentence to add.")
                                  : Words::tr("No sentence in %1 could be read.").arg(a.file(0)),
                Words::tr("Nothing was added."),
                Words::tr("Sentences come from tables (CSV, TSV, JSON Lines), from .txt files, or are typed and pasted.")};
    case ErrorCode::PictureUnreadable:
        return unreadablePicture(a);
    case ErrorCode::TextUnreadable:
        return unreadableText(a);
    case ErrorCode::PictureTooLarge:
        return {Words::tr("%1 is too large (%2 × %3 dots).").arg(a.file(0), a.at(1), a.at(2)), Words::tr("It was left out."),
                Words::tr("Make it smaller and add it again.")};
    case ErrorCode::TableColumnsMissing:
        return {Words::tr("%1 has no column with examples and their classes.").arg(a.file(0)),
                Words::tr("Columns found: %1.").arg(a.at(1)),
                Words::tr("Name one column text (for sentences) or image (for files of pictures), and one label.")};
    case ErrorCode::TableMalformed:
        return {Words::tr("Line %2 of %1 is not complete.").arg(a.file(0), a.at(1)), Words::tr("Nothing was added."),
                Words::tr("Correct the line and drop the table again.")};
    case ErrorCode::DataIsText:
        return {Words::tr("%1 holds sentences.").arg(a.file(0)),
                Words::tr("This lab compares pictures, and a lab keeps to one kind. Nothing was added."),
                Words::tr("Drop it on the start page: it becomes a lab of its own.")};
    case ErrorCode::DataIsPictures:
        return {Words::tr("%1 holds pictures.").arg(a.file(0)),
                Words::tr("This lab compares sentences, and a lab keeps to one kind. Nothing was added."),
                Words::tr("Drop it on the start page: it becomes a lab of its own.")};
    default:
        return {};
    }
}

ErrorText classTooSmall(const ErrorArguments &a)
{
    const QString only = Words::tr("“%1” has only %2.").arg(a.at(0), examplesText(a.number(1)));
    if (a.at(3) == QLatin1String("nothing-to-test"))
        return {only, Words::tr("A class needs at least two: one to learn from, and one that is kept for testing."),
                Words::tr("Add more to it.")};
    const QString meaning = Words::tr("Comparisons with more are left out, for all classes.");
    const QString remedy = Words::tr("Add more to it, or compare with fewer examples.");
    const std::int64_t tested = a.number(2);
    if (tested == 0)
        return {only, meaning, remedy};
    return {Words::tr("“%1” has only %2 to learn from; %3 more are kept for testing.", "%2 is “4 examples”")
                .arg(a.at(0), examplesText(a.number(1) - tested), numberText(tested)),
            meaning, remedy};
}

ErrorText dataError(const ErrorArguments &a, ErrorCode code)
{
    switch (code) {
    case ErrorCode::PathNotFound:
        return {Words::tr("“%1” does not exist.").arg(a.at(0)), Words::tr("Nothing was changed."),
                Words::tr("Check the name and try again.")};
    case ErrorCode::FolderEmpty:
        return {Words::tr("%1 holds no pictures and no texts.").arg(a.file(0)), Words::tr("Nothing was added."),
                Words::tr("Choose a folder with one folder of pictures, or one .txt file of sentences, for each class.")};
    case ErrorCode::NotEnoughClasses:
        return {Words::tr("A comparison needs at least two classes."),
                a.number(0) == 1 ? Words::tr("Only one was found.") : Words::tr("None was found."),
                Words::tr("Give each class a folder or a text file of its own, side by side; in a table, name the class in every row.")};
    case ErrorCode::ClassTooSmall:
        return classTooSmall(a);
    case ErrorCode::UnknownSample:
        return {Words::tr("There is no sample called “%1”.").arg(a.at(0)),
                {},
                Words::tr("Samples on board: digits, clothes, deep-sky, things, intents.")};
    case ErrorCode::SampleDamaged:
        return {Words::tr("The sample “%1” is incomplete.").arg(sampleText(a.at(0)).title),
                Words::tr("Your labs are not touched."), Words::tr("Install Shotlab again.")};
    case ErrorCode::ClassUnknown:
        return {Words::tr("This lab has no class “%1”.").arg(a.at(0)), {}, Words::tr("Add the class first.")};
    case ErrorCode::TestDataMismatch:
        return {Words::tr("“%1” is only in the test data.").arg(a.at(0)), Words::tr("A class without examples cannot be learnt."),
                Words::tr("Use the same class names in both.")};
    case ErrorCode::ClassWithoutTest:
        return {Words::tr("“%1” has no test examples.").arg(a.at(0)),
                Words::tr("Without them nobody can say how well it is recognised."),
                Words::tr("Add at least one more example of it.")};
    default:
        return pictureError(a, code);
    }
}

ErrorText notAModel(const ErrorArguments &a)
{
    const QString unchanged = Words::tr("Nothing was changed.");
    const QString kind = a.at(1);
    if (kind == QLatin1String("html"))
        return {Words::tr("%1 is not a model: it is a web page.").arg(a.file(0)), unchanged,
                Words::tr("Download the model again and drop it here.")};
    if (kind == QLatin1String("state-dict"))
        return {Words::tr("%1 holds weights without a network.").arg(a.file(0)), unchanged,
                Words::tr("Export the whole model as TorchScript and drop that file.")};
    const QString export_ = Words::tr("Choose a TorchScript file (.pt).");
    if (kind == QLatin1String("not-a-file"))
        return {Words::tr("%1 is no ordinary file.").arg(a.file(0)), unchanged, export_};
    if (kind == QLatin1String("empty"))
        return {Words::tr("%1 is empty.").arg(a.file(0)), unchanged, Words::tr("Copy or download the model again.")};
    if (kind == QLatin1String("picture"))
        return {Words::tr("%1 is not a model: it is a picture.").arg(a.file(0)), unchanged, export_};
    if (kind == QLatin1String("text"))
        return {Words::tr("%1 is not a model: it is a text file.").arg(a.file(0)), unchanged, export_};
    if (kind == QLatin1String("zip"))
        return {Words::tr("%1 is an archive without a model in it.").arg(a.file(0)), unchanged, export_};
    return {Words::tr("%1 is not a model that Shotlab can open.").arg(a.file(0)), unchanged, export_};
}

ErrorText unsafeModel(const ErrorArguments &a)
{
    QString what = Words::tr("%1 wants to run code of its own while it is opened.").arg(a.file(0));
    if (a.at(1) == QLatin1String("writes-file"))
        what = Words::tr("The code of %1 tries to write a file.").arg(a.file(0));
    else if (a.at(1) == QLatin1String("reads-file"))
        what = Words::tr("The code of %1 tries to read a file.").arg(a.file(0));
    return {what, Words::tr("It was not run, and nothing was changed."), Words::tr("Use a model from a source that you trust.")};
}

ErrorText modelError(const ErrorArguments &a, ErrorCode code)
{
    const QString kept = Words::tr("The model chosen before stays.");
    switch (code) {
    case ErrorCode::ModelNotFound:
        return {Words::tr("The model “%1” was not found.").arg(a.at(0)), kept,
                Words::tr("Choose a model on board, or open the file again.")};
    case ErrorCode::ModelNotAModel:
        return notAModel(a);
    case ErrorCode::ModelDamaged:
        return {Words::tr("%1 is damaged or was not downloaded completely.").arg(a.file(0)), kept,
                Words::tr("Download it again and drop it here.")};
    case ErrorCode::ModelUnsafe:
        return unsafeModel(a);
    case ErrorCode::ModelNoHead:
        return {Words::tr("%1 has no last layer that could be replaced.").arg(a.file(0)), kept,
                Words::tr("Shotlab works with networks that end in a linear or convolutional layer.")};
    case ErrorCode::ModelTooLarge:
        return {Words::tr("%1 is too large for this computer (%2).").arg(a.file(0), bytesText(a.number(1))), kept,
                Words::tr("Choose a smaller model.")};
    case ErrorCode::ModelRunFailed:
        return {Words::tr("The model %1 cannot read these examples.").arg(a.at(0)), Words::tr("What was there before is kept."),
                Words::tr("Check its input size and colours on the model's card.")};
    case ErrorCode::ModelCardMissing:
        return {Words::tr("%1 does not say what pictures it expects.").arg(a.file(0)), Words::tr("Shotlab made a guess."),
                Words::tr("Check input size and normalisation, then go on.")};
    case ErrorCode::ModelNoVocabulary:
        return {Words::tr("%1 came without its list of words.").arg(a.file(0)), kept,
                Words::tr("Put the file vocab.txt that belongs to the model beside it, and open the model again.")};
    case ErrorCode::ModelUnsuitable:
        return {a.at(1) == QLatin1String("text") ? Words::tr("The model %1 sees pictures, and these examples are sentences.").arg(a.at(0))
                                                 : Words::tr("The model %1 reads sentences, and these examples are pictures.").arg(a.at(0)),
                kept, Words::tr("Choose a model that reads what your classes are made of.")};
    case ErrorCode::ModelChanged:
        return {Words::tr("%1 has changed since this lab was made.").arg(a.file(0)),
                Words::tr("Earlier results are kept; new runs would not be comparable."),
                Words::tr("Put the old file back, or choose the model again.")};
    default:
        return {};
    }
}

ErrorText planError(const ErrorArguments &a, ErrorCode code)
{
    switch (code) {
    case ErrorCode::NothingToRun:
        return {Words::tr("There is nothing to run."),
                {},
                Words::tr("Switch on at least one method and a number of examples that your classes reach.")};
    case ErrorCode::NoZeroShotLink:
        return {Words::tr("The model has no word for %1.").arg(a.quotedList(0)),
                Words::tr("So zero-shot is left out; guessing is shown instead."),
                Words::tr("Give it examples, or link the class to a name that the model knows.")};
    case ErrorCode::LayersNotTrainable:
        return {Words::tr("“%1” has no weights that could learn.").arg(a.at(0)), {}, Words::tr("Choose another layer.")};
    case ErrorCode::UnknownLayerPattern:
        return {Words::tr("No layer is called “%1”.").arg(a.at(0)),
                {},
                Words::tr("The list of layers is on the model's page, or in: shotlab-cli inspect.")};
    case ErrorCode::UnknownArm:
        if (a.at(1) == QLatin1String("not-compared"))
            return {Words::tr("The method %1 does not take part in this comparison.").arg(a.at(0)),
                    {},
                    Words::tr("Name it in --arms as well, with the others that are to be compared.")};
        return {Words::tr("There is no method called “%1”.").arg(a.at(0)), {}, Words::tr("Methods: %1.").arg(allArmNames())};
    case ErrorCode::ArmUnsuitable:
        return {Words::tr("The method %1 does not suit these examples and this model.").arg(a.at(0)),
                Words::tr("Raw pixels need pictures, counted words need sentences, and zero-shot by meaning needs pictures and a model "
                          "whose answers have names."),
                Words::tr("Leave it out.")};
    case ErrorCode::UnknownSetting:
        return {Words::tr("The method %1 has no setting “%2”.").arg(a.at(0), a.at(1)),
                {},
                Words::tr("Leave it out, or check its name.")};
    case ErrorCode::BadSettingValue:
        return {Words::tr("“%3” does not work for the setting %2 of %1.").arg(a.at(0), a.at(1), a.at(2)),
                {},
                Words::tr("Use a value within its range.")};
    case ErrorCode::ComparisonUnknown:
        return {Words::tr("This lab has no comparison %1.").arg(a.at(0)),
                {},
                Words::tr("Leave the number out to see the latest one.")};
    case ErrorCode::LabHasNoModel:
        return {Words::tr("This lab has no model yet."), {}, Words::tr("Choose a trained model first.")};
    case ErrorCode::LabHasNoData:
        return {Words::tr("This lab has no examples yet."), {}, Words::tr("Drop pictures or sentences on a class first.")};
    default:
        return {};
    }
}

/// It dies while it opens a model, passes pictures or trains, and only the last of these leaves a run without result.
ErrorText engineDied(const ErrorArguments &a)
{
    const QString kept = Words::tr("What it was doing is lost; all results so far are kept.");
    if (a.at(0) == QLatin1String("signal 9")) // what a system short of memory sends, and what people send
        return {Words::tr("The part of Shotlab that computes was ended from outside."), kept,
                Words::tr("Try again. If you did not end it, memory ran out: close other programs, or let fewer layers learn.")};
    return {Words::tr("The part of Shotlab that computes stopped working."), kept,
            Words::tr("Try again. If it happens again, let fewer layers learn or choose another model.")};
}

ErrorText internalError(const ErrorArguments &a)
{
    if (a.at(0) == QLatin1String("frozen-weights-moved"))
        return {Words::tr("Weights that should stay as they are changed while it learnt."),
                Words::tr("Its result is not counted; all other results are kept."),
                Words::tr("Try again; if it comes back, please report it.")};
    if (a.at(0) == QLatin1String("another-comparison-runs"))
        return {Words::tr("Another comparison is running."), Words::tr("The computer can look at one at a time."),
                Words::tr("Wait until it is over, or stop it, and ask again.")};
    return {Words::tr("Something went wrong inside Shotlab."), Words::tr("Everything saved so far is kept."),
            Words::tr("Try again; if it comes back, please report it.")};
}

ErrorText runError(const ErrorArguments &a, ErrorCode code)
{
    const QString others = Words::tr("All other results are kept.");
    switch (code) {
    case ErrorCode::RunDiverged:
        return {Words::tr("Learning went astray at step %1: the numbers grew beyond all bounds.").arg(a.at(0)), others,
                Words::tr("Try a smaller learning rate, or fewer layers learning.")};
    case ErrorCode::OutOfMemory:
        return {Words::tr("The memory of this computer did not suffice."), others,
                Words::tr("Try smaller pictures or fewer layers learning.")};
    case ErrorCode::RunTooLarge:
        return {
            Words::tr("This run needs about %1 of memory, and %2 are free.").arg(bytesText(a.number(0)), bytesText(a.number(1))),
            Words::tr("It was not started; all other results are kept."),
            a.number(2) > 0 ? Words::tr("Close other programs, or set its batch size to %1.").arg(numberText(a.number(2)))
                            : Words::tr("Close other programs, or let fewer layers learn.")};
    case ErrorCode::EngineMissing:
        return {Words::tr("The part of Shotlab that computes was not found."), Words::tr("Your lab is not touched."),
                Words::tr("Install Shotlab again.")};
    case ErrorCode::EngineDied:
        return engineDied(a);
    case ErrorCode::EngineVersion:
        return {Words::tr("The parts of Shotlab do not fit together (%1 and %2).").arg(a.at(0), a.at(1)),
                Words::tr("Your lab is not touched."), Words::tr("Install Shotlab again.")};
    case ErrorCode::ProtocolBroken:
        return {Words::tr("The part of Shotlab that computes sent something it should not."), others,
                Words::tr("Try again; it starts afresh.")};
    case ErrorCode::Internal:
        return internalError(a);
    default:
        return {};
    }
}

} // namespace

ErrorText errorText(const Error &error)
{
    const ErrorArguments arguments(error.arguments);
    for (const auto &words : {labError, dataError, modelError, planError, runError}) {
        ErrorText text = words(arguments, error.code);
        if (!text.what.isEmpty())
            return text;
    }
    return runError(arguments, ErrorCode::Internal);
}

QString errorSentence(const Error &error)
{
    const ErrorText text = errorText(error);
    return sentencesText({text.what, text.meaning, text.remedy});
}

QString failedDrawsSentence(int failed, int planned, const Error &reason)
{
    const QString why = errorText(reason).what;
    if (planned <= 1)
        return why;
    return Words::tr("%1 of %2 failed. %3").arg(numberText(failed), drawsText(planned), why);
}

QString skippedSentence(const Skipped &skipped, const ComparisonPlan &plan)
{
    const bool named = skipped.arm && *skipped.arm >= 0 && *skipped.arm < static_cast<int>(plan.arms.size());
    const QString arm = named ? armTitle(plan.arms, *skipped.arm) : QString();
    const ErrorText reason = errorText(skipped.reason);
    QString what;
    if (named && skipped.shots)
        what
            = Words::tr("%1 is left out for %2.", "k = 10 is left out for full fine-tuning").arg(shotsShort(*skipped.shots), arm);
    else if (named)
        what = Words::tr("%1 is left out.").arg(arm);
    else if (skipped.shots)
        what = Words::tr("%1 is left out for every method.").arg(shotsShort(*skipped.shots));
    return sentencesText({what, reason.what});
}

QString skippedSentence(const Skipped &skipped, const Comparison &comparison)
{
    return skippedSentence(skipped, comparison.plan);
}

} // namespace shotlab::text
