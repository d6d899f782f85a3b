package dev.evenkeel.cli.people;

import dev.evenkeel.cli.Caller;
import dev.evenkeel.cli.Desk;
import dev.evenkeel.cli.Harmless;
import dev.evenkeel.cli.server.Api;
import tools.jackson.databind.JsonNode;

/** What every command about people has. */
final class PeopleDesk extends Desk {
  PeopleDesk(Caller caller) {
    super(caller);
  }

  /** One line for people. */
  void say(String line) {
    out().println(Harmless.text(line));
  }

  static String path(String name) {
    return "/api/people/" + Api.encoded(name);
  }

  /** Where they are written to. */
  static String address(JsonNode person) {
    String address = person.path("email").asString("");
    return address.isEmpty() ? "none" : address;
  }

  /** What they are now, before it is changed. */
  JsonNode person(String name) {
    return api().get(path(name));
  }

  /** Tells what has become of somebody. */
  void told(JsonNode person, String line) {
    if (json()) {
      out().println(person);
    } else {
      say(line);
    }
  }
}
