package dev.evenkeel.estate.lifecycle.match;

import java.util.Optional;

/**
 * What a person said of a match that was wrong or missing. It wins over everything.
 *
 * @param said what systems say of themselves: a name, a product in words, an identifier; versions
 *     in it do not count
 * @param product what that is, by the name of the product; empty when it is none of them
 */
public record Correction(String said, Optional<String> product) {}
