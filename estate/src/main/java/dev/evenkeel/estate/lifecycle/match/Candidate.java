package dev.evenkeel.estate.lifecycle.match;

import dev.evenkeel.estate.lifecycle.Product;

/**
 * A product that a system may be.
 *
 * @param confidence from 0 to 1
 * @param reason in words for a person
 */
public record Candidate(Product product, double confidence, String reason) {
  Candidate atMost(double limit) {
    return confidence <= limit ? this : new Candidate(product, limit, reason);
  }
}
