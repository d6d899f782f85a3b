package dev.evenkeel.server.inventory;

import dev.evenkeel.estate.Document;
import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.server.shared.Refused;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Keeps entries as they are that are held still, by whatever way somebody changes them. */
@Component
public class HeldEntries {
  private final ObjectProvider<HoldStill> holds;

  HeldEntries(ObjectProvider<HoldStill> holds) {
    this.holds = holds;
  }

  /** What is held still just now: by the name of the system why, and what to do about it. */
  public Map<String, String> now() {
    Map<String, String> held = new HashMap<>();
    holds.orderedStream().forEach(one -> held.putAll(one.held()));
    return Map.copyOf(held);
  }

  /**
   * @param held as it was {@link #now} when the change began
   * @throws Refused when the document is the entry of a system that is held still
   */
  static void require(Map<String, String> held, Document.Key changed) {
    String why = changed.kind() == EntryKind.SYSTEM ? held.get(changed.name()) : null;
    if (why != null) {
      throw new Refused(Refused.Kind.NOT_NOW, why);
    }
  }
}
