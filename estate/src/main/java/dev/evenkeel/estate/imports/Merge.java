package dev.evenkeel.estate.imports;

import dev.evenkeel.estate.Document;
import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.Estate;
import dev.evenkeel.estate.Headway;
import dev.evenkeel.estate.imports.Naming.Given;
import dev.evenkeel.estate.imports.Rejected.Extent;
import dev.evenkeel.runbook.words.Spelled.Names;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Makes documents of what a source says. Nothing is removed from the estate: what a file does not
 * hold stays as it is. Merging the same again changes nothing.
 *
 * <ol>
 *   <li>Each thing gets its document: {@link Naming}.
 *   <li>What it says of other things is resolved, in the file and in the estate. What cannot be
 *       resolved is rejected; the thing itself is brought.
 *   <li>What would make the document invalid is rejected with its place.
 *   <li>What a person wrote stays: {@link ThreeWay}. What stood in a document before the source was
 *       first heard of it was written by a person. Of {@code dependsOn} the entries of this source
 *       are replaced, others stay; what stands there already is not repeated.
 * </ol>
 */
public final class Merge {

  /**
   * The outcome.
   *
   * @param documents as they should be, also those that stay as they are
   * @param rejected in addition to what was rejected when the file was read
   * @param said keep it for the next import of this source
   */
  public record Merged(List<Document> documents, List<Rejected> rejected, Said said) {
    public Merged {
      documents = List.copyOf(documents);
      rejected = List.copyOf(rejected);
    }
  }

  /** Hears of what comes of a file, one after the other: a large one need never be whole. */
  public interface Hearer {
    /**
     * A document as it should be, also when it stays as it is.
     *
     * @param place where the file says so
     */
    void wanted(Document document, Place place);

    /** What the source says of a thing; keep it for the next import of this source. */
    void said(EntryKind kind, String id, Map<String, Object> fields);
  }

  private final String source;
  private final Said last;
  private final Naming naming;
  private final Needs needs;
  private final List<Rejected> rejected = new ArrayList<>();
  private final Hearer hearer;

  private Merge(String source, Said last, Naming naming, Hearer hearer) {
    this.hearer = hearer;
    this.source = source;
    this.last = last;
    this.naming = naming;
    this.needs = new Needs(source, naming, rejected);
  }

  /**
   * @param source name of the source, such as {@code netbox}; its entries carry it, so it is
   *     spelled like {@link Names#NAME}
   * @param last what the source said before
   */
  public static Merged of(Estate estate, String source, Imported imported, Said last) {
    List<Document> documents = new ArrayList<>();
    Map<EntryKind, Map<String, Map<String, Object>>> said = new TreeMap<>();
    List<Rejected> rejected =
        each(
            estate,
            source,
            imported,
            last,
            new Hearer() {
              @Override
              public void wanted(Document document, Place place) {
                documents.add(document);
              }

              @Override
              public void said(EntryKind kind, String id, Map<String, Object> fields) {
                said.computeIfAbsent(kind, _ -> new TreeMap<>()).put(id, fields);
              }
            });
    return new Merged(documents, rejected, last.and(new Said(said)));
  }

  /**
   * The same of a file that may be large.
   *
   * @return what is rejected in addition to what was rejected when the file was read. A row that is
   *     rejected here was counted as taken when the file was read: see {@link #rows}
   */
  public static List<Rejected> each(
      Estate estate, String source, Imported imported, Said last, Hearer hearer) {
    if (!Names.NAME.fit(source)) {
      throw new IllegalArgumentException(
          "A source is called with %s; not '%s'.".formatted(Names.NAME.says(), source));
    }
    List<Patch> patches = Naming.distinct(imported.patches());
    Merge merge = new Merge(source, last, new Naming(estate, source, patches), hearer);
    Headway.count(patches.size());
    for (Patch patch : patches) {
      merge.bring(patch);
      Headway.step();
    }
    return merge.rejected;
  }

  /** How many rows are rejected whole, or files. */
  public static int rows(List<Rejected> rejected) {
    return (int) rejected.stream().filter(one -> one.extent() != Extent.VALUE).count();
  }

  private void bring(Patch patch) {
    Given given = naming.of(patch);
    if (patch.isOnlyNamed() && given.before().isPresent()) {
      hearer.wanted(given.before().get(), patch.place());
      return;
    }
    Map<String, Object> theirs = new LinkedHashMap<>();
    List<Map<String, Object>> own = says(patch, given, theirs);
    Optional<Document> sound = Soundness.of(patch, theirs, rejected);
    Optional<Document> wanted = sound.flatMap(said -> document(patch, given, said, own));
    wanted.ifPresentOrElse(
        document -> hearer.wanted(document, patch.place()), () -> rejectRowsOf(patch));
    if (wanted.isPresent() && !patch.isOnlyNamed()) {
      hearer.said(patch.kind(), patch.id(), withoutOwn(sound.orElseThrow().fields()));
    }
  }

  /** Further rows that say something of a thing that is rejected go with it. */
  private void rejectRowsOf(Patch patch) {
    List<Place> beside = patch.rowsBeside().stream().map(Patch.Link::place).toList();
    for (int row = 1; row < patch.rows(); row++) {
      rejected.add(
          new Rejected(
              Extent.ROW,
              row <= beside.size() ? beside.get(row - 1) : patch.place(),
              "more about '%s'".formatted(patch.name()),
              "'%s' is rejected itself, at %s.".formatted(patch.name(), patch.place()),
              "Correct that first, and import the file again."));
    }
  }

  /** Puts what a thing says into {@code theirs}; its dependencies for themselves. */
  private List<Map<String, Object>> says(Patch patch, Given given, Map<String, Object> theirs) {
    theirs.put("name", given.name());
    if (!given.name().equals(patch.name())) {
      theirs.put("title", patch.name());
    }
    theirs.putAll(patch.fields());
    List<Map<String, Object>> own = needs.follow(patch, theirs);
    if (!patch.isOnlyNamed()) {
      theirs.put("sources", Map.of(source, patch.id()));
    }
    if (!own.isEmpty() && given.before().isEmpty()) {
      theirs.put("dependsOn", own);
    }
    return own;
  }

  /** A new document says what the source says; in one that is there it is merged. */
  private Optional<Document> document(
      Patch patch, Given given, Document said, List<Map<String, Object>> own) {
    if (given.before().isEmpty()) {
      return Optional.of(said);
    }
    Document before = given.before().get();
    Map<String, Object> merged = merged(patch, before, given, said.fields(), own);
    return merged.equals(before.fields()) ? given.before() : Soundness.of(patch, merged, rejected);
  }

  private static Map<String, Object> withoutOwn(Map<String, Object> fields) {
    Map<String, Object> rest = new LinkedHashMap<>(fields);
    rest.keySet().removeAll(List.of("name", "sources", "dependsOn"));
    return rest;
  }

  private Map<String, Object> merged(
      Patch patch,
      Document before,
      Given given,
      Map<String, Object> theirs,
      List<Map<String, Object>> own) {
    Map<String, Object> ours = before.fields();
    Map<String, Object> base =
        last.of(patch.kind(), patch.id())
            .orElseGet(() -> given.byName() ? Map.of() : assumed(ours, theirs));
    Map<String, Object> merged =
        new ThreeWay(
                base,
                (field, mine, new_) ->
                    rejected.add(
                        new Rejected(
                            Extent.VALUE,
                            patch.place(),
                            "`%s` of %s".formatted(field, before.key()),
                            "It says '%s' here; a person wrote '%s'.".formatted(new_, mine),
                            "To have what is said here, take `%s` out of the document and import again."
                                .formatted(field))))
            .of(withoutOwn(ours), withoutOwn(theirs));
    Map<String, Object> sources = new LinkedHashMap<>(before.entry().sources());
    sources.put(source, patch.id());
    merged.put("sources", sources);
    merged.put("name", given.name());
    List<Map<String, Object>> all = needs.beside(ours, own);
    if (!all.isEmpty()) {
      merged.put("dependsOn", all);
    }
    return merged;
  }

  /**
   * What was said last, when that is not remembered of a document that came from this source:
   * single values as they are, if they are still said, so that a lost memory does not stop all
   * following; of lists nothing, since what a person added would be lost.
   */
  private static Map<String, Object> assumed(Map<String, Object> ours, Map<String, Object> theirs) {
    Map<String, Object> base = new LinkedHashMap<>();
    theirs.forEach((key, value) -> {
      Object mine = ours.get(key);
      if (mine instanceof Map<?, ?> && value instanceof Map<?, ?>) {
        base.put(key, assumed(asMap(mine), asMap(value)));
      } else if (mine != null && !(mine instanceof List<?>)) {
        base.put(key, mine);
      }
    });
    return base;
  }

  @SuppressWarnings("unchecked") // the keys of documents are texts
  static Map<String, Object> asMap(Object entry) {
    return (Map<String, Object>) entry;
  }
}
