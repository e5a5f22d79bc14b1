/** Tests of image files, real and broken. */
package dev.clade.valuation.study.data;
