package dev.evenkeel.estate.backlog;

import dev.evenkeel.estate.lifecycle.Product;
import dev.evenkeel.estate.lifecycle.SupportStatus;
import dev.evenkeel.estate.lifecycle.match.Candidate;
import dev.evenkeel.estate.lifecycle.match.ProductMatch;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a version of a product on a day; one for all systems that have it.
 *
 * @param match names product and version, without how it was found
 */
record Answer(ProductMatch match, Optional<SupportStatus> status, Optional<Target> target) {

  /** What there is to ask for. */
  record Question(Optional<Product> product, Optional<String> version) {
    static Question of(ProductMatch match) {
      return new Question(match.chosen().map(Candidate::product), match.version());
    }

    ProductMatch match() {
      return new ProductMatch(
          product.map(one -> new Candidate(one, 1, "")), List.of(), version, "");
    }

    // By identity: products of one catalogue are compared, and their records are large.
    @Override
    public boolean equals(Object other) {
      return other instanceof Question(var its, var said)
          && product.orElse(null) == its.orElse(null)
          && version.equals(said);
    }

    @Override
    public int hashCode() {
      return 31 * product.map(System::identityHashCode).orElse(0) + version.hashCode();
    }
  }
}
