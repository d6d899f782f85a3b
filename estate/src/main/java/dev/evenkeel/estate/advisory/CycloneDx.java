package dev.evenkeel.estate.advisory;

import dev.evenkeel.estate.advisory.Statement.Status;
import dev.evenkeel.estate.version.VersionScheme;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The vulnerabilities of a CycloneDX document, with their analysis (VEX). */
final class CycloneDx {
  private static final int DEEPEST = 40;

  /** What a document calls a component, and what it is known by. */
  private record Component(
      String label, List<String> keys, Optional<String> version, VersionScheme scheme) {}

  private final Map<String, Component> byRef = new HashMap<>();
  private final Part whole;
  private final String by;
  private final Consumer<String> remarks;

  private CycloneDx(Part whole, Consumer<String> remarks) {
    this.whole = whole;
    this.remarks = remarks;
    Part metadata = whole.get("metadata");
    this.by =
        Stream.of(
                metadata.at("supplier", "name"),
                metadata.at("manufacturer", "name"),
                metadata.at("manufacture", "name"),
                metadata.at("component", "supplier", "name"))
            .flatMap(part -> part.text().stream())
            .findFirst()
            .or(() ->
                metadata
                    .items("authors")
                    .flatMap(author -> author.text("name").stream())
                    .findFirst())
            .orElse("the author of the CycloneDX document");
    component(metadata.get("component"), 0);
    whole.items("components").forEach(part -> component(part, 0));
    whole.items("services").forEach(part -> component(part, 0));
  }

  static boolean looksLike(Part record) {
    return record.text("bomFormat").equals(Optional.of("CycloneDX"));
  }

  static List<Advisory> read(Part whole, Consumer<String> remarks) {
    if (whole.items("vulnerabilities").findAny().isEmpty()) {
      throw new Unfit(
          "",
          "It is a CycloneDX document without vulnerabilities. To bring its components into the estate, import it there.");
    }
    CycloneDx document = new CycloneDx(whole, remarks);
    return whole.items("vulnerabilities").map(document::advisory).toList();
  }

  private void component(Part part, int depth) {
    if (depth > DEEPEST) {
      throw new Unfit(part.path(), "The components are nested too deeply.");
    }
    if (part.text("name").isPresent()) {
      Component component = described(part);
      part.text("bom-ref").ifPresent(ref -> byRef.put(ref, component));
      part.text("purl").ifPresent(purl -> byRef.putIfAbsent(purl, component));
    }
    part.items("components").forEach(inner -> component(inner, depth + 1));
  }

  private static Component described(Part part) {
    Set<String> keys = new LinkedHashSet<>();
    Optional<Keys.Read> purl = part.text("purl").flatMap(Keys::of);
    Optional<Keys.Read> cpe = part.text("cpe").flatMap(Keys::of);
    Stream.of(purl, cpe).flatMap(Optional::stream).forEach(read -> keys.addAll(read.keys()));
    String name = part.need("name");
    if (keys.isEmpty()) {
      keys.add(Keys.ofName(part.text("group").map(group -> group + name).orElse(name)));
    }
    return new Component(
        part.text("version").map(version -> name + " " + version).orElse(name),
        List.copyOf(keys),
        part.text("version").or(() -> purl.flatMap(Keys.Read::version)),
        purl.flatMap(Keys.Read::type)
            .map(VersionScheme::ofPackageType)
            .orElse(VersionScheme.LOOSE));
  }

  private Advisory advisory(Part vulnerability) {
    String id = vulnerability.need("id");
    Part analysis = vulnerability.get("analysis");
    Optional<Instant> at =
        Stream.of(
                analysis.time("lastUpdated"),
                vulnerability.time("updated"),
                whole.get("metadata").time("timestamp"))
            .flatMap(Optional::stream)
            .findFirst();
    String state = analysis.text("state").orElse("exploitable");
    List<Affected> affected = new ArrayList<>();
    List<Statement> statements = new ArrayList<>();
    for (Part affects : vulnerability.items("affects").toList()) {
      Optional<Component> component = component(affects);
      if (component.isEmpty()) {
        remarks.accept(
            "%s names a component that is not in the document; nothing is known of it."
                .formatted(affects.path()));
        continue;
      }
      take(component.get(), affects, state, because(analysis), at, affected, statements);
    }
    return new Advisory(
        whole.text("serialNumber").orElse(by) + "/" + id,
        Stream.concat(
                Stream.of(id),
                vulnerability.items("references").flatMap(part -> part.text("id").stream()))
            .distinct()
            .toList(),
        Part.shortened(vulnerability.text("description").orElse(""), 300),
        severity(vulnerability),
        vulnerability.time("published"),
        at,
        vulnerability.time("rejected"),
        affected,
        statements,
        by,
        vulnerability.at("source", "url").text().filter(url -> url.startsWith("https://")));
  }

  /** By its reference in the document, also in the form of a link to a document. */
  private Optional<Component> component(Part affects) {
    String ref = affects.need("ref");
    Optional<Component> known =
        Optional.ofNullable(byRef.get(ref))
            .or(() -> Optional.ofNullable(byRef.get(ref.replaceFirst("^[^#]*#", ""))));
    return known.or(() ->
        Keys.of(ref)
            .map(read ->
                new Component(
                    ref,
                    read.keys(),
                    read.version(),
                    read.type().map(VersionScheme::ofPackageType).orElse(VersionScheme.LOOSE))));
  }

  private void take(
      Component component,
      Part affects,
      String state,
      Optional<String> because,
      Optional<Instant> at,
      List<Affected> affected,
      List<Statement> statements) {
    List<Part> named = affects.items("versions").toList();
    if (named.isEmpty()) {
      Versions own =
          component
              .version()
              .<Versions>map(version -> new Versions.Only(List.of(version)))
              .orElseGet(Versions.Any::new);
      said(component, own, state, because, at, affected, statements);
    }
    for (Part version : named) {
      Versions versions =
          version
              .text("range")
              .<Versions>map(Versions.Vers::new)
              .orElseGet(() -> new Versions.Only(List.of(version.need("version"))));
      switch (version.text("status").orElse("affected")) {
        case "affected" -> said(component, versions, state, because, at, affected, statements);
        case "unaffected" ->
            said(component, versions, "not_affected", because, at, affected, statements);
        default -> said(component, versions, "in_triage", because, at, affected, statements);
      }
    }
  }

  private void said(
      Component component,
      Versions versions,
      String state,
      Optional<String> because,
      Optional<Instant> at,
      List<Affected> affected,
      List<Statement> statements) {
    VersionScheme scheme =
        versions instanceof Versions.Vers(var text)
            ? VersionScheme.ofPackageType(text.replaceFirst("vers:([^/]*).*", "$1"))
            : component.scheme();
    Optional<Status> status =
        switch (state) {
          case "resolved", "resolved_with_pedigree" -> Optional.of(Status.FIXED);
          case "in_triage" -> Optional.of(Status.UNDER_INVESTIGATION);
          case "false_positive", "not_affected" -> Optional.of(Status.NOT_AFFECTED);
          default -> Optional.empty();
        };
    status.ifPresentOrElse(
        s ->
            statements.add(
                new Statement(
                    s, component.keys(), component.label(), scheme, versions, because, by, at)),
        () ->
            affected.add(
                new Affected(
                    component.keys(),
                    component.label(),
                    Optional.empty(),
                    scheme,
                    List.of(versions),
                    List.of())));
  }

  private static Optional<String> because(Part analysis) {
    List<String> reasons =
        Stream.of(
                analysis.text("justification").map(text -> text.replace('_', ' ')),
                analysis.text("detail").map(text -> Part.shortened(text, 300)))
            .flatMap(Optional::stream)
            .toList();
    return reasons.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", reasons));
  }

  private static Optional<Severity> severity(Part vulnerability) {
    return vulnerability
        .items("ratings")
        .flatMap(rating ->
            rating
                .number("score")
                .filter(score -> score >= 0 && score <= 10)
                .or(() -> rating.text("vector").flatMap(Cvss::score))
                .map(Severity::ofScore)
                .or(() ->
                    rating
                        .text("severity")
                        .flatMap(Severity.Level::named)
                        .map(level -> new Severity(level, Optional.empty())))
                .stream())
        .reduce((one, other) -> other.worseThan(one) ? other : one);
  }
}
