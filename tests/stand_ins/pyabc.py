"""Stands in for pyABC 0.13 where that is not installed: what its documentation and source say of the arguments of what the
recipe uses, of how a model is called (with a dict of parameters, in processes that the sampler forks), and of what
comes back. It draws from the prior once; there is no inference here."""
import multiprocessing

import numpy
import pandas
import scipy.stats

SIMULATIONS, PROCESSES = 6, 2


class RV:
    def __init__(self, name, *args, **kwargs):
        self.distribution = getattr(scipy.stats, name)(*args, **kwargs)

    def rvs(self):
        return self.distribution.rvs()


class Distribution(dict):
    def rvs(self):
        return {name: variable.rvs() for name, variable in self.items()}


class AdaptivePNormDistance:
    def __init__(self, p=1, initial_scale_weights=None, fixed_weights=None, fit_scale_ixs=numpy.inf, scale_function=None,
                 max_scale_weight_ratio=None, scale_log_file=None, all_particles_for_scale=True, sumstat=None):
        assert p >= 1


class MulticoreEvalParallelSampler:
    def __init__(self, n_procs=None, daemon=True, pickle=None, check_max_eval=False):
        pass

    def results_of(self, model, drawn):
        with multiprocessing.get_context("fork").Pool(PROCESSES) as pool:
            return pool.map(model, drawn, chunksize=1)


class History:
    def __init__(self, particles, weights):
        self.particles, self.weights = particles, weights

    def get_distribution(self, m=0, t=None):
        return self.particles, self.weights


class ABCSMC:
    def __init__(self, models, parameter_priors, distance_function=None, population_size=100, summary_statistics=None,
                 model_prior=None, model_perturbation_kernel=None, transitions=None, eps=None, sampler=None,
                 acceptor=None, stop_if_only_single_model_alive=False, max_nr_recorded_particles=numpy.inf):
        assert isinstance(parameter_priors, Distribution) and isinstance(population_size, int)
        assert isinstance(distance_function, AdaptivePNormDistance)
        assert isinstance(sampler, MulticoreEvalParallelSampler)
        self.model, self.prior, self.sampler = models, parameter_priors, sampler

    def new(self, db, observed_sum_stat=None, *, gt_model=None, gt_par=None, meta_info=None):
        assert db.startswith("sqlite://")
        self.observed = observed_sum_stat

    def run(self, minimum_epsilon=None, max_nr_populations=numpy.inf, min_acceptance_rate=0.0,
            max_total_nr_simulations=numpy.inf, max_walltime=None, min_eps_diff=0.0):
        numpy.random.seed(1)
        one = self.prior.rvs()
        drawn = [one, one] + [self.prior.rvs() for _ in range(SIMULATIONS - 2)]
        results = self.sampler.results_of(self.model, drawn)
        for result in results:
            assert set(result) == set(self.observed), result
            assert all(numpy.isfinite(value) for value in result.values()), result
        assert results[0] != results[1], "two runs had the same luck"
        weights = numpy.full(SIMULATIONS, 1 / SIMULATIONS)
        return History(pandas.DataFrame(drawn), weights)
