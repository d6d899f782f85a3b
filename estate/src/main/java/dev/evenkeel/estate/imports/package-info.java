/**
 * Files of other systems, read into what they say of systems, people and teams, and merged into the
 * estate. No I/O but the stream given, no clock.
 *
 * <p>{@link dev.evenkeel.estate.imports.Imports} reads a file by its {@link
 * dev.evenkeel.estate.imports.ImportFormat} into {@link dev.evenkeel.estate.imports.Imported};
 * {@link dev.evenkeel.estate.imports.Merge} makes documents of it.
 */
@NullMarked
package dev.evenkeel.estate.imports;

import org.jspecify.annotations.NullMarked;
