package dev.evenkeel.estate.lifecycle;

import dev.evenkeel.estate.lifecycle.match.Correction;
import dev.evenkeel.estate.lifecycle.match.Description;
import dev.evenkeel.estate.lifecycle.match.ProductIndex;
import dev.evenkeel.estate.lifecycle.match.ProductMatch;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All that is known of products: their release lines, what persons corrected, the rules of the way.
 *
 * @param products by name
 */
public record ProductCatalogue(
    List<Product> products, List<Correction> corrections, ProductIndex index, WayRules rules) {
  public ProductCatalogue {
    products = List.copyOf(products);
    corrections = List.copyOf(corrections);
  }

  public static ProductCatalogue of(
      List<Product> products, List<Correction> corrections, PathRules rules) {
    return of(products, corrections, WayRules.shippedOnly(rules));
  }

  public static ProductCatalogue of(
      List<Product> products, List<Correction> corrections, WayRules rules) {
    List<Product> sorted = products.stream().sorted(Comparator.comparing(Product::name)).toList();
    return new ProductCatalogue(sorted, corrections, ProductIndex.of(sorted, corrections), rules);
  }

  public ProductMatch match(Description system) {
    return index.match(system);
  }

  public Optional<Product> product(String name) {
    return products.stream().filter(product -> product.name().equals(name)).findFirst();
  }
}
