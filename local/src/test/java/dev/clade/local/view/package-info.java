/** Tests of answers as people read them. */
package dev.clade.local.view;
