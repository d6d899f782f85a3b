package dev.evenkeel.server.comms.meet;

import static java.time.ZoneOffset.UTC;

import dev.evenkeel.server.people.KickOff;
import dev.evenkeel.server.plan.UpgradeId;
import java.sql.Types;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Kick-offs to which people were invited. */
@Repository
class KickOffStore {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final JdbcClient jdbc;

  KickOffStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What was told last.
   *
   * @param uid its name for calendars
   * @param over whether it was called off
   */
  record Told(int sequence, String digest, KickOff meeting, String uid, boolean over) {}

  /**
   * @param letters how many they got
   * @param message the last of them
   */
  record Guest(String address, int sequence, int letters, boolean off, Optional<Long> message) {}

  /** Nobody else tells of it before the transaction has ended. */
  Optional<Told> lock(UpgradeId upgrade) {
    return read(upgrade, " for update");
  }

  Optional<Told> of(UpgradeId upgrade) {
    return read(upgrade, "");
  }

  private Optional<Told> read(UpgradeId upgrade, String lock) {
    return jdbc.sql("select * from comms_kick_off where upgrade = :upgrade" + lock)
        .param("upgrade", upgrade.value())
        .query((row, n) ->
            new Told(
                row.getInt("sequence"),
                row.getString("digest"),
                JSON.readValue(row.getString("meeting"), KickOff.class),
                row.getString("uid"),
                row.getBoolean("over")))
        .optional();
  }

  /**
   * @return false when somebody began at the same time
   */
  boolean begin(UpgradeId upgrade, String digest, KickOff meeting, String uid) {
    return jdbc.sql(
                """
                insert into comms_kick_off (upgrade, sequence, digest, meeting, uid)
                values (:upgrade, 0, :digest, cast(:meeting as jsonb), :uid)
                on conflict do nothing
                """)
            .param("upgrade", upgrade.value())
            .param("digest", digest)
            .param("meeting", JSON.writeValueAsString(meeting))
            .param("uid", uid)
            .update()
        == 1;
  }

  void keep(UpgradeId upgrade, Told told) {
    jdbc.sql(
            """
            update comms_kick_off set sequence = :sequence, digest = :digest, meeting = cast(:meeting as jsonb), over = :over
            where upgrade = :upgrade
            """)
        .param("upgrade", upgrade.value())
        .param("sequence", told.sequence())
        .param("digest", told.digest())
        .param("meeting", JSON.writeValueAsString(told.meeting()))
        .param("over", told.over())
        .update();
  }

  /** By person, in the order of their names. */
  Map<String, Guest> guests(UpgradeId upgrade) {
    Map<String, Guest> guests = new LinkedHashMap<>();
    jdbc.sql("select * from comms_kick_off_guest where upgrade = :upgrade order by person")
        .param("upgrade", upgrade.value())
        .query((row, n) ->
            Map.entry(
                row.getString("person"),
                new Guest(
                    row.getString("address"),
                    row.getInt("sequence"),
                    row.getInt("letters"),
                    row.getBoolean("off"),
                    Optional.ofNullable(row.getObject("message", Long.class)))))
        .list()
        .forEach(one -> guests.put(one.getKey(), one.getValue()));
    return guests;
  }

  void keep(UpgradeId upgrade, String person, Guest guest, Instant at) {
    jdbc.sql(
            """
            insert into comms_kick_off_guest (upgrade, person, address, sequence, letters, off, message, at)
            values (:upgrade, :person, :address, :sequence, :letters, :off, :message, :at)
            on conflict (upgrade, person) do update set address = excluded.address, sequence = excluded.sequence,
              letters = excluded.letters, off = excluded.off, message = excluded.message, at = excluded.at
            """)
        .param("upgrade", upgrade.value())
        .param("person", person)
        .param("address", guest.address())
        .param("sequence", guest.sequence())
        .param("letters", guest.letters())
        .param("off", guest.off())
        .param("message", guest.message().orElse(null), Types.BIGINT)
        .param("at", at.atOffset(UTC))
        .update();
  }
}
