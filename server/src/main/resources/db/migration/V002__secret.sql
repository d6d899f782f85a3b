create table secret (
    name       text primary key check (name ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$'),
    -- AES-256-GCM: 12 bytes nonce, then ciphertext and tag; the name is authenticated with it.
    sealed     bytea not null,
    -- Which key sealed it: the beginning of the key's SHA-256.
    key_id     text not null,
    updated_at timestamptz not null,
    updated_by text not null
);
