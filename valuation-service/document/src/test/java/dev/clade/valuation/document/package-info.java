/** Tests of the documents, against figures of other programs and of standards. */
package dev.clade.valuation.document;
