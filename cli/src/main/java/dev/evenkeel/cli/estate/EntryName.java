package dev.evenkeel.cli.estate;

import dev.evenkeel.cli.server.Api;

/** Names one document, as {@code KIND/NAME}; without a kind it is a system. */
final class EntryName {
  private EntryName() {}

  /** As addresses say it. */
  static String path(String name) {
    int slash = name.indexOf('/');
    String kind = slash < 0 ? "systems" : name.substring(0, slash);
    return Api.encoded(kind) + "/" + Api.encoded(name.substring(slash + 1));
  }
}
