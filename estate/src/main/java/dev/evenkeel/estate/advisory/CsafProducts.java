package dev.evenkeel.estate.advisory;

import dev.evenkeel.estate.version.VersionScheme;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The products a CSAF document names, by their ids in it. */
final class CsafProducts {
  private static final int DEEPEST = 40;

  /**
   * One of them.
   *
   * @param names keys by what it is called
   * @param identifiers keys by what identifies it
   * @param partOf what it is said to be a part of, or installed on
   */
  record Product(
      String id,
      String label,
      Set<String> names,
      Set<String> identifiers,
      VersionScheme scheme,
      Versions versions,
      Optional<String> partOf) {

    List<String> keys() {
      return Stream.concat(identifiers.stream(), names.stream()).distinct().toList();
    }

    /** What is said of a part of something is not said of all that is called so. */
    List<String> sureKeys() {
      return partOf.isPresent() ? List.copyOf(identifiers) : keys();
    }

    Affected affected(Versions versions, List<String> fixed) {
      return new Affected(keys(), label, Optional.empty(), scheme, List.of(versions), fixed);
    }
  }

  /** What the branches above say. */
  private record Above(
      Optional<String> vendor, Optional<String> product, Optional<Versions> versions) {}

  private final Map<String, Product> byId = new HashMap<>();
  private final Map<String, Set<String>> groups = new HashMap<>();

  private CsafProducts() {}

  static CsafProducts of(Part whole) {
    CsafProducts products = new CsafProducts();
    Part tree = whole.get("product_tree");
    Above nothing = new Above(Optional.empty(), Optional.empty(), Optional.empty());
    tree.items("branches").forEach(branch -> products.branch(branch, nothing, 0));
    tree.items("full_product_names").forEach(product -> products.add(product, nothing));
    tree.items("relationships").forEach(products::relate);
    tree.items("product_paths").forEach(products::path);
    tree.items("product_groups")
        .forEach(group ->
            products.groups.put(group.need("group_id"), new HashSet<>(group.texts("product_ids"))));
    return products;
  }

  Optional<Product> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  boolean isIn(String group, String product) {
    return groups.getOrDefault(group, Set.of()).contains(product);
  }

  private void branch(Part branch, Above above, int depth) {
    if (depth > DEEPEST) {
      throw new Unfit(branch.path(), "The branches are nested too deeply.");
    }
    Optional<String> name = branch.text("name");
    Above here =
        switch (branch.text("category").orElse("")) {
          case "vendor" -> new Above(name, above.product(), above.versions());
          case "product_family", "product_name" ->
              new Above(above.vendor(), name, above.versions());
          case "product_version" ->
              new Above(
                  above.vendor(), above.product(), name.map(n -> new Versions.Only(List.of(n))));
          case "product_version_range" ->
              new Above(above.vendor(), above.product(), name.map(CsafProducts::range));
          default -> above;
        };
    if (branch.get("product").exists()) {
      add(branch.get("product"), here);
    }
    branch.items("branches").forEach(inner -> branch(inner, here, depth + 1));
  }

  private static Versions range(String text) {
    return text.startsWith("vers:")
        ? new Versions.Vers(text)
        : new Versions.Unclear(
            "its range '%s' is not written in a way that can be computed"
                .formatted(Part.shortened(text)));
  }

  private void add(Part product, Above above) {
    String id = product.need("product_id");
    String label = product.need("name");
    Set<String> names = new LinkedHashSet<>();
    String called = above.product().orElse(label);
    names.add(Keys.ofName(called));
    above.vendor().ifPresent(vendor -> names.add(Keys.ofName(vendor + called)));
    names.remove("name:");
    List<Keys.Read> identifiers = identifiers(product.get("product_identification_helper"));
    byId.put(id, product(id, label, names, identifiers, above.versions(), Optional.empty()));
  }

  private static Product product(
      String id,
      String label,
      Set<String> names,
      List<Keys.Read> identifiers,
      Optional<Versions> versions,
      Optional<String> partOf) {
    Set<String> keys = new LinkedHashSet<>();
    identifiers.forEach(read -> keys.addAll(read.keys()));
    VersionScheme ofType =
        identifiers.stream()
            .flatMap(read -> read.type().stream())
            .map(VersionScheme::ofPackageType)
            .findFirst()
            .orElse(VersionScheme.LOOSE);
    Versions said =
        versions.orElseGet(() ->
            identifiers.stream()
                .flatMap(read -> read.version().stream())
                .findFirst()
                .<Versions>map(version -> new Versions.Only(List.of(version)))
                .orElseGet(Versions.Any::new));
    VersionScheme scheme =
        said instanceof Versions.Vers(var text)
            ? VersionScheme.ofPackageType(text.replaceFirst("vers:([^/]*).*", "$1"))
            : ofType;
    return new Product(id, label, names, keys, scheme, said, partOf);
  }

  private static List<Keys.Read> identifiers(Part helper) {
    return Stream.of(
            helper.text("purl").stream(),
            helper.texts("purls").stream(),
            helper.text("cpe").stream())
        .flatMap(texts -> texts)
        .flatMap(text -> Keys.of(text).stream())
        .toList();
  }

  /** A product inside of another: it is known by its own identifiers. */
  private void relate(Part relationship) {
    String whole = relationship.text("relates_to_product_reference").orElse("");
    partOf(relationship, "product_reference", find(whole).map(Product::label).orElse(whole));
  }

  /** As 2.1 has it: from a product over others, each inside of, or installed on, the next. */
  private void path(Part path) {
    partOf(
        path,
        "beginning_product_reference",
        path.items("subpaths")
            .flatMap(step -> step.text("next_product_reference").stream())
            .map(id -> find(id).map(Product::label).orElse(id))
            .collect(Collectors.joining(", ")));
  }

  private void partOf(Part given, String reference, String whole) {
    Part named = given.get("full_product_name");
    Product part = byId.get(given.text(reference).orElse(""));
    if (part == null) {
      return;
    }
    String id = named.need("product_id");
    List<Keys.Read> own = identifiers(named.get("product_identification_helper"));
    Optional<String> partOf = Optional.of(whole);
    Product alone =
        new Product(
            id,
            named.need("name"),
            part.names(),
            part.identifiers(),
            part.scheme(),
            part.versions(),
            partOf);
    byId.put(
        id,
        own.isEmpty()
            ? alone
            : product(id, alone.label(), part.names(), own, Optional.of(part.versions()), partOf));
  }
}
