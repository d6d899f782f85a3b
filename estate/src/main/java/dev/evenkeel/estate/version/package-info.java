/**
 * Versions compared as their ecosystems compare them, how big a step it is from one to another, and
 * ranges of them.
 */
@NullMarked
package dev.evenkeel.estate.version;

import org.jspecify.annotations.NullMarked;
