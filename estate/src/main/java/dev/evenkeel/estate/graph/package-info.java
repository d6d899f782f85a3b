/**
 * Who depends on whom, as numbers: the estate's systems and dependencies in arrays, and the
 * questions asked of them. Nodes and edges are numbers that the caller gave; what they stand for it
 * keeps itself. Whatever is answered in some order is in the same order for the same names and
 * edges, in whichever order they were given.
 */
@NullMarked
package dev.evenkeel.estate.graph;

import org.jspecify.annotations.NullMarked;
