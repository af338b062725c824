// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "stats/Distributions.h"

#include <boost/math/distributions/fisher_f.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <boost/math/special_functions/digamma.hpp>
#include <boost/math/special_functions/trigamma.hpp>

namespace shotlab::stats
{

namespace
{

using boost::math::complement;

// Errors are values here: out-of-range arguments and overflow give NaN or infinity instead of an exception. Without the
// detour over long double everything is some twenty times faster and still good to a dozen digits.
using Policy = boost::math::policies::policy<boost::math::policies::domain_error<boost::math::policies::ignore_error>,
                                             boost::math::policies::pole_error<boost::math::policies::ignore_error>,
                                             boost::math::policies::overflow_error<boost::math::policies::ignore_error>,
                                             boost::math::policies::evaluation_error<boost::math::policies::ignore_error>,
                                             boost::math::policies::promote_double<false>>;
using Normal = boost::math::normal_distribution<double, Policy>;
using Student = boost::math::students_t_distribution<double, Policy>;
using Fisher = boost::math::fisher_f_distribution<double, Policy>;

} // namespace

double normalUpperQuantile(double p) { return quantile(complement(Normal(), p)); }

double normalUpperTail(double z) { return cdf(complement(Normal(), z)); }

double studentUpperQuantile(double p, double df) { return quantile(complement(Student(df), p)); }

double studentUpperTail(double t, double df) { return cdf(complement(Student(df), t)); }

double fisherUpperTail(double f, double numeratorDf, double denominatorDf)
{
    return cdf(complement(Fisher(numeratorDf, denominatorDf), f));
}

double digamma(double x) { return boost::math::digamma(x, Policy()); }

double trigamma(double x) { return boost::math::trigamma(x, Policy()); }

} // namespace shotlab::stats
