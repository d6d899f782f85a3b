package dev.evenkeel.estate.lifecycle;

import java.util.List;

/**
 * What came of reading lifecycle data: every product and release line is either taken or rejected.
 *
 * @param rejected with the reason, in the order of the text
 */
public record LifecycleFeed(List<Product> products, List<Unfit> rejected) {
  public LifecycleFeed {
    products = List.copyOf(products);
    rejected = List.copyOf(rejected);
  }

  /**
   * @param what a product, or a product and its release line
   * @param reason what is wrong with it
   */
  public record Unfit(String what, String reason) {}
}
