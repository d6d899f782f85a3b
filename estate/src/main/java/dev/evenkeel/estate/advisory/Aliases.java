package dev.evenkeel.estate.advisory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Which advisories speak of the same vulnerability: those that share a name, also over others. */
final class Aliases {
  private final Map<String, String> parents = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();

  Aliases(Collection<Advisory> advisories) {
    for (Advisory advisory : advisories) {
      advisory.aliases().forEach(alias -> join(advisory.id(), alias));
      root(advisory.id());
    }
    Map<String, TreeSet<String>> members = new HashMap<>();
    new ArrayList<>(parents.keySet())
        .forEach(id -> members.computeIfAbsent(root(id), _ -> new TreeSet<>()).add(id));
    members.forEach((root, ids) -> names.put(root, best(List.copyOf(ids))));
  }

  /** The best known name of the vulnerability an advisory speaks of. */
  String of(Advisory advisory) {
    String root = root(advisory.id());
    return names.getOrDefault(root, root);
  }

  private static String best(List<String> ids) {
    for (String prefix : List.of("CVE-", "GHSA-", "GO-")) {
      for (String id : ids) {
        if (id.startsWith(prefix)) {
          return id;
        }
      }
    }
    return ids.getFirst();
  }

  private void join(String one, String other) {
    String left = root(one);
    String right = root(other);
    if (!left.equals(right)) {
      parents.put(left, right);
    }
  }

  private String root(String id) {
    String at = id;
    for (String up = parents.get(at); up != null && !up.equals(at); up = parents.get(at)) {
      at = up;
    }
    parents.put(id, at);
    return at;
  }
}
