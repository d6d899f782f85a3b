package dev.evenkeel.server.execution.action.haproxy;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One server of one backend, asked and told through the runtime API.
 *
 * @param server {@code backend/server}
 */
record Backend(RuntimeApi api, String server) {
  /** As HAProxy takes them; anything else could smuggle in a second command. */
  private static final Pattern NAMES = Pattern.compile("[A-Za-z0-9._:-]+/[A-Za-z0-9._:-]+");

  private static final Pattern WEIGHT = Pattern.compile("\\d{1,4}%?");

  /** HAProxy's {@code srv_op_state}: 1 is slow start, 2 runs. */
  private static final Set<Integer> RUNS = Set.of(1, 2);

  /** The bit of {@code srv_check_state} that says that there is a health check. */
  private static final int CHECKED = 0x04;

  ServerState look() throws NoAnswer, Refusal {
    if (!NAMES.matcher(server).matches()) {
      throw new Refusal(
          "'%s' names no server; write `server: BACKEND/SERVER`, such as app/n1".formatted(server));
    }
    String backend = server.substring(0, server.indexOf('/'));
    String name = server.substring(server.indexOf('/') + 1);
    String printed = api.ask("show servers state " + backend);
    var servers = Table.rows(printed, " ");
    if (servers.isEmpty()) {
      throw new Refusal(
          "HAProxy at %s has no backend %s with servers; correct `server: %s`. It says: %s"
              .formatted(api.address(), backend, server, printed));
    }
    var told =
        servers.stream()
            .filter(row -> name.equals(row.get("srv_name")))
            .findFirst()
            .orElseThrow(() ->
                new Refusal(
                    "No such server: HAProxy's backend %s has no %s, it has %s; correct `server`"
                        .formatted(
                            backend,
                            name,
                            servers.stream()
                                .map(row -> row.getOrDefault("srv_name", "?"))
                                .collect(Collectors.joining(", ")))));
    String statistics =
        api.ask("show stat %s 4 %s".formatted(told.get("be_id"), told.get("srv_id")));
    return state(
        told,
        Table.rows(statistics, ",").stream()
            .filter(row -> name.equals(row.get("svname")))
            .findFirst()
            .orElseThrow(() ->
                new Refusal(
                    "HAProxy at %s shows no statistics of %s; is `address` its runtime API? It says: %s"
                        .formatted(api.address(), server, statistics))));
  }

  private ServerState state(Map<String, String> told, Map<String, String> seen) throws Refusal {
    try {
      String status = seen.getOrDefault("status", "");
      return new ServerState(
          ServerState.state(number(told, "srv_admin_state")),
          status,
          (number(told, "srv_check_state") & CHECKED) != 0,
          RUNS.contains(number(told, "srv_op_state")),
          number(seen, "scur"),
          number(told, "srv_uweight"),
          number(told, "srv_iweight"));
    } catch (NumberFormatException e) {
      throw new Refusal(
          "HAProxy at %s describes %s in a way not understood: %s; please report it with your version of HAProxy"
              .formatted(api.address(), server, e.getMessage()));
    }
  }

  private static int number(Map<String, String> row, String column) {
    return Integer.parseInt(
        Optional.ofNullable(row.get(column))
            .orElseThrow(() -> new NumberFormatException("there is no column " + column)));
  }

  void weigh(String weight, ServerState before) throws NoAnswer, Refusal {
    check(weight);
    if (before.comesTo(weight) == 0 && !weight.matches("0+%?")) {
      throw new Refusal(
          "%s of the weight %d that %s has in HAProxy's configuration comes to 0, so it would get no requests at all; write 'weight 100' on its server line and reload HAProxy"
              .formatted(weight, before.ownWeight(), server));
    }
    tell("weight " + weight);
  }

  void become(String state) throws NoAnswer, Refusal {
    tell("state " + state);
  }

  /**
   * Out of maintenance HAProxy takes a server for healthy until its first check fails, and sends it
   * users meanwhile. Said to be down in the same breath, it has to pass its checks first.
   */
  void becomeReadyOnceChecked() throws NoAnswer, Refusal {
    tell("state ready; set server %s health down".formatted(server));
  }

  static void check(String weight) throws Refusal {
    if (!WEIGHT.matcher(weight).matches()) {
      throw new Refusal(
          "'%s' is no weight; write whole percent of its own weight, such as 16%%, or a number from 0 to 256"
              .formatted(weight));
    }
  }

  private void tell(String what) throws NoAnswer, Refusal {
    String command = "set server %s %s".formatted(server, what);
    String complaint = api.ask(command);
    if (complaint.startsWith("Permission denied")) {
      throw new Refusal(
          "Permission denied: HAProxy at %s lets nobody change servers; write 'level admin' on the line of its 'stats socket' and reload it"
              .formatted(api.address()));
    }
    if (!complaint.isEmpty()) {
      throw new Refusal(
          "HAProxy at %s refused '%s': %s".formatted(api.address(), command, complaint));
    }
  }
}
