/** Tests of what a mesh leaves behind, and of who may use a state folder. */
package dev.clade.local.mesh;
