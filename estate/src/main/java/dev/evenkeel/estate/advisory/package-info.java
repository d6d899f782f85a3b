/**
 * Advisories: what is said of vulnerabilities, and which systems it is true for. No I/O but the
 * stream given, no clock.
 *
 * <p>{@link dev.evenkeel.estate.advisory.AdvisoryReader} reads files of OSV, CSAF and CycloneDX
 * into {@link dev.evenkeel.estate.advisory.Advisory}; {@link
 * dev.evenkeel.estate.advisory.AdvisoryIndex} says which of them a system is affected by.
 */
@NullMarked
package dev.evenkeel.estate.advisory;

import org.jspecify.annotations.NullMarked;
