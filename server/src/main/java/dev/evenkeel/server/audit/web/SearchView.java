package dev.evenkeel.server.audit.web;

/** What was typed, for the form. */
public record SearchView(
    String subject, String actor, String what, String from, String to, boolean paged) {
  static SearchView of(AuditSearch search) {
    return new SearchView(
        AuditSearch.typed(search.subject()),
        AuditSearch.typed(search.actor()),
        AuditSearch.typed(search.what()),
        AuditSearch.typed(search.from()),
        AuditSearch.typed(search.to()),
        search.before() != null);
  }

  public boolean narrow() {
    return !(subject + actor + what + from + to).isEmpty();
  }
}
