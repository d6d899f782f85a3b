package dev.evenkeel.estate.lifecycle;

import dev.evenkeel.estate.lifecycle.LifecycleFeed.Unfit;
import dev.evenkeel.estate.text.Json;
import dev.evenkeel.estate.text.JsonFault;
import dev.evenkeel.runbook.Value;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads lifecycle data in the shapes of endoflife.date's API, one product at a time:
 *
 * <ul>
 *   <li>version 1, all products ({@code result} is a list) or one ({@code result} is an object);
 *   <li>version 0, all products (an object of lists), or the list of one product's release lines.
 * </ul>
 *
 * Flags such as {@code isEol} hold for the day the text was made and are used only where there is
 * no date.
 */
public final class LifecycleReader {
  /** The longest text read; all of endoflife.date is about a tenth of it. */
  public static final long LONGEST = 64L << 20;

  private static final int MOST_PRODUCTS = 20_000;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxDocumentLength(LONGEST)
                  .maxNestingDepth(24)
                  .maxNameLength(1_000)
                  .maxStringLength(100_000)
                  .maxNumberLength(40)
                  .build())
          .build();

  private final List<Product> products = new ArrayList<>();
  private final List<Unfit> rejected = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private int seen;

  private LifecycleReader() {}

  /**
   * @param text is not closed
   * @param product the name of the only product, for the list of one product's lines, which does
   *     not say it itself
   */
  public static LifecycleFeed read(InputStream text, Optional<String> product)
      throws UnreadableFeed {
    var reader = new LifecycleReader();
    try (var parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      var first = parser.nextToken();
      if (first == JsonToken.START_OBJECT) {
        reader.object(parser);
      } else if (first == JsonToken.START_ARRAY && product.isPresent()) {
        reader.take(product.get(), () -> reader.old(product.get(), Json.value(parser)));
      } else {
        throw new UnreadableFeed(
            first == JsonToken.START_ARRAY
                ? "it is a list of release lines and does not say of which product"
                : "it is neither an object nor a list");
      }
      if (parser.nextToken() != null) {
        throw new UnreadableFeed("there is more after its end");
      }
    } catch (JacksonException e) {
      throw new UnreadableFeed(JsonFault.of(e));
    }
    return new LifecycleFeed(reader.products, reader.rejected);
  }

  private void object(JsonParser parser) throws UnreadableFeed {
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      var key = parser.currentName();
      var value = parser.nextToken();
      if (key.equals("result") && value == JsonToken.START_ARRAY) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          result(Json.value(parser));
        }
      } else if (key.equals("result") && value == JsonToken.START_OBJECT) {
        result(Json.value(parser));
      } else if (value == JsonToken.START_ARRAY) {
        var lines = Json.value(parser);
        take(key, () -> old(key, lines));
      } else {
        parser.skipChildren();
      }
    }
    if (products.isEmpty() && rejected.isEmpty()) {
      throw new UnreadableFeed("it holds no product");
    }
  }

  private void result(Value value) throws UnreadableFeed {
    var name = "product %d".formatted(seen + 1);
    if (value instanceof Value.Fields fields
        && fields.values().get("name") instanceof Value.Scalar scalar) {
      name = FeedObject.shortened(scalar.text());
    }
    take(name, () -> product(FeedObject.of(value, "it")));
  }

  private Product product(FeedObject object) {
    var name = object.text("name");
    return new Product(
        name,
        object.optional("label").orElse(name),
        object.optional("category"),
        object.texts("aliases"),
        object.items("identifiers").stream()
            .map(item -> FeedObject.of(item, "an identifier"))
            .map(item -> Product.Identifier.of(item.text("type"), item.text("id")))
            .toList(),
        object.optional("versionCommand"),
        NewShape.link(object),
        lines(name, object.items("releases"), NewShape::line));
  }

  private Product old(String name, Value lines) {
    var items = lines instanceof Value.Items list ? list.values() : List.<Value>of();
    return new Product(
        name,
        name,
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        lines(name, items, OldShape::line));
  }

  private List<ReleaseLine> lines(
      String product, List<Value> items, Function<FeedObject, ReleaseLine> shape) {
    if (items.isEmpty()) {
      throw new FeedObject.Unfit("it has no release lines");
    }
    var lines = new ArrayList<ReleaseLine>();
    var known = new HashSet<String>();
    for (var at = 0; at < items.size(); at++) {
      try {
        var line = shape.apply(FeedObject.of(items.get(at), "it"));
        if (!known.add(line.name())) {
          throw new FeedObject.Unfit("the line %s comes twice".formatted(line.name()));
        }
        lines.add(line);
      } catch (FeedObject.Unfit e) {
        var what = "%s, release line %d".formatted(product, at + 1);
        rejected.add(new Unfit(what, e.why()));
      }
    }
    return lines;
  }

  private void take(String name, Supplier<Product> making) throws UnreadableFeed {
    if (++seen > MOST_PRODUCTS) {
      throw new UnreadableFeed("it holds more than %,d products".formatted(MOST_PRODUCTS));
    }
    try {
      var product = making.get();
      if (!names.add(product.name())) {
        throw new FeedObject.Unfit("the product comes twice");
      }
      products.add(product);
    } catch (FeedObject.Unfit e) {
      rejected.add(new Unfit(name, e.why()));
    }
  }
}
