/** Files that commands read and write. */
@NullMarked
package dev.evenkeel.cli.file;

import org.jspecify.annotations.NullMarked;
