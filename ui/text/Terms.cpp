// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QCoreApplication>

#include "text/Names.h"

namespace shotlab::text
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Terms)
};

} // namespace

const std::vector<Term> &allTerms()
{
    static const std::vector<Term> terms {Term::TrainedModel, Term::Frozen,       Term::Learning,       Term::ExamplesPerClass,
                                          Term::ZeroShot,     Term::FewShot,      Term::Prototypes,     Term::NearestExample,
                                          Term::NewLastLayer, Term::ChosenLayers, Term::FullFineTuning, Term::FromScratch,
                                          Term::TestSet,      Term::Draw,         Term::Range,          Term::MixUps,
                                          Term::Weights,      Term::Normalisation};
    return terms;
}

QString termTitle(Term term)
{
    switch (term) {
    case Term::TrainedModel:
        return Words::tr("Trained model");
    case Term::Frozen:
        return Words::tr("Frozen");
    case Term::Learning:
        return Words::tr("Learning");
    case Term::ExamplesPerClass:
        return Words::tr("Examples per class (k)");
    case Term::ZeroShot:
        return Words::tr("Zero-shot");
    case Term::FewShot:
        return Words::tr("One-shot, few-shot");
    case Term::Prototypes:
        return Words::tr("Prototypes");
    case Term::NearestExample:
        return Words::tr("Nearest example");
    case Term::NewLastLayer:
        return Words::tr("New last layer");
    case Term::ChosenLayers:
        return Words::tr("Chosen layers");
    case Term::FullFineTuning:
        return Words::tr("Full fine-tuning");
    case Term::FromScratch:
        return Words::tr("From scratch");
    case Term::TestSet:
        return Words::tr("Test set");
    case Term::Draw:
        return Words::tr("Draw");
    case Term::Range:
        return Words::tr("Range");
    case Term::MixUps:
        return Words::tr("Mix-ups");
    case Term::Weights:
        return Words::tr("Weights");
    case Term::Normalisation:
        return Words::tr("Normalisation");
    }
    return {};
}

QString termExplanation(Term term)
{
    switch (term) {
    case Term::TrainedModel:
        return Words::tr(
            "A network that has already learnt something else. What it learnt there can make your classes easier to learn.");
    case Term::Frozen:
        return Words::tr("A frozen layer stays exactly as it is. It sees each example only once, so runs are quick.");
    case Term::Learning:
        return Words::tr(
            "A learning layer may change to fit your examples. More of them can fit better, or learn the examples by heart.");
    case Term::ExamplesPerClass:
        return Words::tr(
            "How many labelled examples of each class a method may learn from. With k = 5 and 7 classes it sees 35 pictures.");
    case Term::ZeroShot:
        return Words::tr(
            "No examples at all: only the names of your classes. It works where the model already knows those names.");
    case Term::FewShot:
        return Words::tr(
            "Learning from one or a few examples of each class. The examples it learns from are called the support set.");
    case Term::Prototypes:
        return Words::tr("Takes the average of each class's examples as the model sees them, and answers with the nearest "
                         "average. No weight changes.");
    case Term::NearestExample:
        return Words::tr("Answers with the class of the most similar example. The field calls it nearest neighbour.");
    case Term::NewLastLayer:
        return Words::tr("Everything stays frozen and only a new last layer learns. The field calls it a linear probe.");
    case Term::ChosenLayers:
        return Words::tr("The layers you choose may change, the others stay frozen. The field calls it partial fine-tuning.");
    case Term::FullFineTuning:
        return Words::tr("Every layer may change, in small steps. It can reach most, and can forget or overfit most.");
    case Term::FromScratch:
        return Words::tr(
            "The same network with all earlier learning taken away. The distance to it is what the earlier learning is worth.");
    case Term::TestSet:
        return Words::tr(
            "Pictures kept apart before anything learns, and never shown to any method. Only they decide how good an answer is.");
    case Term::Draw:
        return Words::tr(
            "Which examples happened to be picked. Another draw gives another result, so numbers here come from many draws.");
    case Term::Range:
        return Words::tr("Where the true value probably lies: 95 of 100 such ranges contain it. The field calls it a 95 % "
                         "confidence interval.");
    case Term::MixUps:
        return Words::tr(
            "What is taken for what: each row is a true class, each column an answer. The field calls it a confusion matrix.");
    case Term::Weights:
        return Words::tr(
            "The numbers inside the network that learning changes. More changing weights need more examples and more time.");
    case Term::Normalisation:
        return Words::tr(
            "How brightness is rescaled before the network sees it. It has to be as it was when the network was trained.");
    }
    return {};
}

Term termOf(ArmKind kind)
{
    switch (kind) {
    case ArmKind::Prototypes:
        return Term::Prototypes;
    case ArmKind::NearestNeighbour:
        return Term::NearestExample;
    case ArmKind::LinearProbe:
        return Term::NewLastLayer;
    case ArmKind::ChosenLayers:
        return Term::ChosenLayers;
    case ArmKind::FullFineTuning:
        return Term::FullFineTuning;
    case ArmKind::FromScratch:
        return Term::FromScratch;
    case ArmKind::ZeroShot:
    case ArmKind::ByMeaning:
    case ArmKind::Chance:
    case ArmKind::Majority:
    case ArmKind::PixelNeighbour:
    case ArmKind::TfidfCentroid:
    case ArmKind::TfidfLogistic:
        break;
    }
    return Term::ZeroShot;
}

} // namespace shotlab::text
