package dev.clade.lineage.ecosystem.reuse;

import dev.clade.lineage.ecosystem.statistics.Distribution;

/**
 * The answers for one task, or for several together. Mean, standard deviation with divisor n − 1
 * and maximum, which the study prints, are the distributions' own.
 *
 * @param datasetsPerModel RQ1: of each model with a dataset, how many it declares
 * @param modelsPerDataset RQ2: of each dataset of the task, how many models of the same task
 *     declare it; 0 for one that none does
 * @param basesPerModel RQ3 as the study computed it: of each model with a base, how many it
 *     declares
 * @param modelsPerBase RQ3 as the study worded it: of each base that a model of the task declares,
 *     how many models of the task do
 */
public record TaskReuse(
    Distribution datasetsPerModel,
    Distribution modelsPerDataset,
    Distribution basesPerModel,
    Distribution modelsPerBase) {}
