/** The estate from a terminal: documents, files of other systems, history. */
@NullMarked
package dev.evenkeel.cli.estate;

import org.jspecify.annotations.NullMarked;
