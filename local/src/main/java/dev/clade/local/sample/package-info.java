/**
 * A small hub to try things on: well-known public models and the bases that they declare.
 *
 * <p>The rows were written by hand from what the models' cards say. What is not a lasting fact,
 * such as downloads and likes, is left at zero, and a date that the hub did not record is left out.
 */
package dev.clade.local.sample;
