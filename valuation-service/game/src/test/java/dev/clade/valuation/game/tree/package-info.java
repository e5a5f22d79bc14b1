/** Tests of boosted trees and their values against brute force, shap and shapiq. */
package dev.clade.valuation.game.tree;
