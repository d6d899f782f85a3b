package dev.evenkeel.server.shared;

/** Tells this installation from all others. */
public interface Installation {
  /** The same for as long as its database lives, wherever that moves; no two have the same. */
  String id();

  /** The name of something for calendars, unlike that of anything elsewhere (RFC 5545, 3.8.4.7). */
  default String uid(String local) {
    return "%s@%s.evenkeel".formatted(local, id());
  }
}
