package dev.evenkeel.cli.people;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Roles as they are typed, {@code ROLE} or {@code ROLE:TEAM}, and as they are told. */
public final class RoleWords {
  private RoleWords() {}

  /** As the server takes them. */
  public static List<Map<String, String>> grants(List<String> typed) {
    return typed.stream().map(RoleWords::grant).distinct().toList();
  }

  private static Map<String, String> grant(String typed) {
    int colon = typed.indexOf(':');
    Map<String, String> grant = new LinkedHashMap<>();
    grant.put("role", colon < 0 ? typed : typed.substring(0, colon));
    if (colon >= 0) {
      grant.put("team", typed.substring(colon + 1));
    }
    return grant;
  }

  /** As they are typed. */
  public static List<String> typed(JsonNode roles) {
    return StreamSupport.stream(roles.spliterator(), false)
        .map(one -> {
          String team = one.path("team").asString("");
          return one.path("role").asString() + (team.isEmpty() ? "" : ":" + team);
        })
        .toList();
  }

  public static String said(JsonNode roles) {
    return roles.isEmpty() ? "none" : typed(roles).stream().collect(Collectors.joining(", "));
  }
}
