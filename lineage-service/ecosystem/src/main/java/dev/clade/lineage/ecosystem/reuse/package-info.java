/**
 * How models reuse datasets and base models, task by task, after Park and Yoon (ASIS&amp;T 2025;
 * notebooks of park-jay/huggingface-models).
 *
 * <p>The study asks three questions of what models declare: how many datasets a model uses (RQ1),
 * how many models use a dataset (RQ2), and how many base models a model has (RQ3). RQ3 is worded as
 * if it asked how many models use a base, so that reading is answered too. Lists are taken as
 * declared, repeats included, and a repository with two tasks counts in both.
 */
package dev.clade.lineage.ecosystem.reuse;
