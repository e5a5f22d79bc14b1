/** Benches of training and sampling, beside PyTorch in Python. */
package dev.clade.local.bench.training;
