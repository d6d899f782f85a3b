package dev.evenkeel.estate.lifecycle;

import dev.evenkeel.estate.SharedData;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;

/** Lifecycle data for tests: small and our own, or all of the real sample. */
final class Lifecycles {
  static final LocalDate SAMPLE_DAY = LocalDate.of(2026, 8, 22);

  private Lifecycles() {}

  static LifecycleFeed real() throws IOException, UnreadableFeed {
    try (var text = SharedData.open("lifecycle/api-v1-products-full.json.gz")) {
      return LifecycleReader.read(text, Optional.empty());
    }
  }

  static LifecycleFeed own() throws IOException, UnreadableFeed {
    try (var text = Lifecycles.class.getResourceAsStream("products.json")) {
      return LifecycleReader.read(text, Optional.empty());
    }
  }

  static Product product(String name) throws IOException, UnreadableFeed {
    return named(own(), name);
  }

  static Product named(LifecycleFeed feed, String name) {
    return feed.products().stream()
        .filter(product -> product.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name));
  }

  static LifecycleFeed read(String json) throws UnreadableFeed {
    return read(json, Optional.empty());
  }

  static LifecycleFeed read(String json, Optional<String> product) throws UnreadableFeed {
    var bytes = json.getBytes(StandardCharsets.UTF_8);
    return LifecycleReader.read(new ByteArrayInputStream(bytes), product);
  }
}
