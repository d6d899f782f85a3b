package dev.evenkeel.server.inventory.web;

import dev.evenkeel.estate.EntryKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Widgets that belong together. */
record FormSection(String title, List<Widget> widgets) {
  /** With which key of a system a new section begins. */
  private static final Map<String, String> OF_SYSTEMS =
      Map.of(
          "name", "What it is",
          "criticality", "How critical it is",
          "owner", "Who",
          "supportEnd", "Until when",
          "location", "Where and when it is used",
          "group", "What it needs",
          "labels", "More");

  static List<FormSection> of(EntryKind kind) {
    List<FormSection> sections = new ArrayList<>();
    for (Widget widget : Widget.of(kind.shape())) {
      String title = kind == EntryKind.SYSTEM ? OF_SYSTEMS.get(widget.path()) : null;
      if (title != null || sections.isEmpty()) {
        sections.add(new FormSection(title == null ? "" : title, new ArrayList<>()));
      }
      sections.getLast().widgets().add(widget);
    }
    return sections;
  }
}
