package dev.evenkeel.server.identity;

import static dev.evenkeel.server.shared.Refused.Kind.INVALID;

import dev.evenkeel.server.shared.Refused;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * What a password must be, and how it is kept: argon2id with 19 MB a password, twice over, as OWASP
 * asks for at least; so no more than a few are worked on at once.
 */
@Component
class Passwords {
  static final int SHORTEST = 12;
  static final int LONGEST = 200;

  private static final int SALT = 16;
  private static final int HASH = 32;
  private static final int LANES = 1;
  private static final int KILOBYTES = 19_456;
  private static final int PASSES = 2;

  private final Argon2PasswordEncoder argon2 =
      new Argon2PasswordEncoder(SALT, HASH, LANES, KILOBYTES, PASSES);
  private final Semaphore atOnce = new Semaphore(4);

  /** Something to compare with when there is no such person, so that both answers take as long. */
  private volatile String nobodys = "";

  String keep(String name, String password) {
    require(name, password);
    return slowly(() -> argon2.encode(password));
  }

  boolean matches(String password, String kept) {
    return password.length() <= LONGEST && slowly(() -> argon2.matches(password, kept));
  }

  /** How a password that is right would be kept today, when that is not how it is kept. */
  Optional<String> anew(String password, String kept) {
    return argon2.upgradeEncoding(kept)
        ? Optional.of(slowly(() -> argon2.encode(password)))
        : Optional.empty();
  }

  /** Takes as long as a real comparison. */
  void matchNobody(String password) {
    if (nobodys.isEmpty()) {
      nobodys = slowly(() -> argon2.encode("nobody's password"));
    }
    matches(password, nobodys);
  }

  private static void require(String name, String password) {
    if (password.length() < SHORTEST || password.length() > LONGEST) {
      throw new Refused(
          INVALID,
          "The password has %d characters; %d to %d are asked for. Four words in a row are easy"
                  .formatted(password.length(), SHORTEST, LONGEST)
              + " to remember.");
    }
    if (password.toLowerCase(Locale.ROOT).replace(name, "").length() < SHORTEST / 2) {
      throw new Refused(INVALID, "The password is little more than the name. Choose another one.");
    }
    if (password.chars().distinct().count() < 5) {
      throw new Refused(
          INVALID, "The password repeats fewer than five characters. Choose another one.");
    }
  }

  private <T> T slowly(java.util.function.Supplier<T> work) {
    atOnce.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      atOnce.release();
    }
  }
}
