package dev.evenkeel.server.inventory;

import dev.evenkeel.estate.Document;
import java.util.List;
import java.util.Optional;

/** What another part of Evenkeel has to say of a document while it is typed. */
public interface EntryAdvisor {

  /**
   * One thing to know.
   *
   * @param tone the class of the look: {@code good}, {@code warn}, {@code bad} or nothing
   * @param path of a page about it
   */
  record Line(String tone, String says, Optional<String> path) {}

  /** Lines that belong together. */
  record Advice(String title, List<Line> lines) {
    public Advice {
      lines = List.copyOf(lines);
    }
  }

  /**
   * @param wanted the document as it is typed; it fits its shape
   * @param now the estate without it
   * @return empty when there is nothing to say
   */
  List<Advice> advise(Document wanted, Snapshot now);
}
