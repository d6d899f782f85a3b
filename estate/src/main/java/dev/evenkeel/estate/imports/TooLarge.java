package dev.evenkeel.estate.imports;

/** A file is larger, unpacked, than whoever reads it has room for. */
public final class TooLarge extends RuntimeException {
  TooLarge(String file, long most) {
    super("%s has more than %,d bytes, unpacked".formatted(file, most), null, false, false);
  }
}
