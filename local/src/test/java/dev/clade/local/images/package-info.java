/**
 * Tests of image sets: what was read is what was written, and drawn sets are as they are described.
 */
package dev.clade.local.images;
