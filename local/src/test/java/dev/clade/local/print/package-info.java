/** Tests of tables, trees and JSON against hand-written expectations. */
package dev.clade.local.print;
