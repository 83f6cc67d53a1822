-- Letters and digits of all scripts that look like a Latin letter or a digit, from confusables.txt of Unicode 17
-- (UTS #39; © 2025 Unicode, Inc., unicode.org/terms_of_use.html): every single character that is shown for one of these
-- and is left as it is by NFKD. The other case of a letter goes with it where that looks like nothing else, so that
-- capitals change no key; small capitals are the letters that they are. Escaped, since some turn the line round.
create function latin_lookalikes(name text) returns text
  language sql immutable strict parallel safe set search_path = pg_catalog, pg_temp
as $$
  select translate(name,
    E'\u02b9\u02bb\u02bc\u02bd\u02be\u02c8\u02ca\u02cb\u02f4\u055a\u055d\u05d9\u05f3\u07f4\u07f5\u144a' ||
    E'\u16cc\u2018\u2019\u201b\u2032\u2035\ua78b\ua78c' ||
    E'\u02d7\u06d4\u2010\u2012\u2013\u2014\u2043\u2212\u2796\u2cba\u2cbb' ||
    E'\u01a7\u01a8\u03e8\u03e9\u14bf\ua644\ua645\ua6ef\ua75a\ua75b\U0001ccf2' ||
    E'\u01b7\u021c\u021d\u025c\u0292\u0417\u0437\u04e0\u04e1\u0969\u0ae9\u2c9c\u2c9d\u2cc4\u2cc5\u2ccc' ||
    E'\u2ccd\ua76a\ua76b\ua7ab\U000118aa\U000118ca\U00016f3b\U0001ccf3\U0001d206' ||
    E'\u13ce\uab9e\U000118af\U000118cf\U0001ccf4' ||
    E'\u01bc\U000118bb\U000118db\U0001ccf5' ||
    E'\u03ec\u0411\u0431\u13ee\u2cd2\u2cd3\u2cdc\u2cdd\uabbe\U000118d5\U0001ccf6' ||
    E'\U000104d2\U000104fa\U000118c6\U0001ccf7\U0001d212' ||
    E'\u0222\u0223\u09ea\u0a6a\U0001031a\U0001ccf8\U0001e8cb' ||
    E'\u09ed\u0a67\u0b68\u0d6d\u2cca\u2ccb\ua76e\ua76f\U000118ac\U000118b6\U000118cc\U000118d6\U0001ccf9' ||
    E'\u0251\u0391\u03b1\u0410\u0430\u13aa\u15c5\u1d00\u237a\u2c6d\ua4ee\uab7a\U000102a0\U00016f40' ||
    E'\U0001ccd6' ||
    E'\u0184\u0185\u0299\u0392\u03b2\u0412\u042c\u0432\u044c\u13cf\u13f4\u13fc\u1472\u15af\u15f7\u1c80' ||
    E'\u2c82\u2c83\ua4d0\ua7b4\ua7b5\uab9f\U00010282\U000102a1\U00010301\U00016eb6\U0001ccd7' ||
    E'\u0421\u0441\u1004\u105a\u13df\u1c83\u1d04\u2ca4\u2ca5\ua4da\uabaf\U000102a2\U00010302\U00010415' ||
    E'\U0001043d\U0001051c\U000118e9\U000118f2\U0001ccd8\U0001f74c' ||
    E'\u0500\u0501\u13a0\u13e7\u146f\u15de\u15ea\u1d05\ua4d2\ua4d3\uab70\uabb7\U0001ccd9' ||
    E'\u0395\u03b5\u0415\u0435\u04bc\u04bd\u13ac\u1d07\u212e\u22ff\u2d39\ua4f0\uab32\uab7c\U00010286' ||
    E'\U000118a6\U000118ae\U000118ce\U0001ccda' ||
    E'\u0191\u0192\u03dc\u03dd\u0554\u0584\u15b4\u1e9d\ua4dd\ua730\ua798\ua799\uab35\U00010287\U000102a5' ||
    E'\U00010525\U000118a2\U000118c2\U0001ccdb\U0001d213' ||
    E'\u018d\u0261\u0262\u050c\u050d\u0551\u0581\u13c0\u13f3\u13fb\u1d83\ua4d6\ua7ac\uab90\U0001ccdc' ||
    E'\u029c\u0397\u041d\u043d\u04ba\u04bb\u0540\u0570\u13bb\u13c2\u157c\u2c8e\u2c8f\ua4e7\uab8b\uab92' ||
    E'\U000102cf\U0001ccdd' ||
    E'\u026a\u0399\u03b9\u0406\u0456\u0552\u0582\u13a5\u2373\u2c93\ua4f2\ua646\ua647\ua7ae\uab75\U000118c3' ||
    E'\u029d\u037f\u03f3\u0408\u0458\u13ab\u148d\u1d0a\ua4d9\ua7b2\uab7b\U0001ccdf' ||
    E'\u039a\u03ba\u041a\u043a\u13e6\u16d5\u1d0b\u2c94\u2c95\ua4d7\uabb6\U00010518\U0001cce0' ||
    E'\u0131\u0196\u01c0\u0269\u029f\u04c0\u04cf\u05c0\u05d5\u05df\u0627\u0661\u06f1\u07ca\u13de\u14aa' ||
    E'\u16c1\u2223\u23fd\u2c92\u2cd0\u2cd1\u2d4f\ua4e1\uabae\U0001028a\U00010309\U00010320\U0001041b' ||
    E'\U00010443\U00010526\U000118a3\U000118b2\U000118d2\U00011dda\U00011de1\U00016eaa\U00016f16\U00016f28' ||
    E'\U0001ccde\U0001cce1\U0001ccf1\U0001d22a\U0001e8c7' ||
    E'\u039c\u03bc\u03fa\u03fb\u041c\u043c\u13b7\u15f0\u16d6\u1d0d\u2c98\u2c99\ua4df\uab87\U000102b0' ||
    E'\U00010311\U0001cce2' ||
    E'\u0274\u039d\u03b7\u0548\u054c\u0578\u057c\u2c9a\u2c9b\ua4e0\U00010513\U0001cce3' ||
    E'\u039f\u03a3\u03bf\u03c2\u03c3\u03ed\u041e\u043e\u0555\u0585\u05e1\u0647\u0665\u06be\u06c1\u06d5' ||
    E'\u06f5\u07c0\u0966\u09e6\u0a66\u0ae6\u0b20\u0b66\u0be6\u0c66\u0ce6\u0d20\u0d66\u0e50\u0ed0\u101d' ||
    E'\u1040\u10ff\u12d0\u17e0\u1c82\u1cbf\u1d0f\u1d11\u2c9e\u2c9f\u2d54\u3007\ua4f3\uab3d\U00010292' ||
    E'\U000102ab\U00010404\U0001042c\U000104c2\U000104ea\U00010516\U000114d0\U000118a8\U000118b5\U000118b7' ||
    E'\U000118c8\U000118d7\U000118e0\U00011de0\U0001cce4\U0001ccf0' ||
    E'\u00de\u00fe\u01bf\u01f7\u03a1\u03c1\u03f7\u03f8\u0420\u0440\u13e2\u146d\u1d18\u1d29\u2374\u2ca2' ||
    E'\u2ca3\u2cce\u2ccf\ua4d1\uabb2\U00010295\U0001cce5' ||
    E'\u051a\u051b\u0533\u0536\u0563\u0566\u2d55\U0001cce6' ||
    E'\u01a6\u0280\u0413\u0433\u13a1\u13b1\u13d2\u1587\u1d26\u2c84\u2c85\ua4e3\uab47\uab48\uab71\uab81' ||
    E'\uaba2\U000104b4\U000104dc\U00016f35\U0001cce7\U0001d216' ||
    E'\u01bd\u0405\u0455\u054f\u057f\u0d1f\u13d5\u13da\ua4e2\ua731\uaba5\uabaa\U00010296\U00010420' ||
    E'\U00010448\U000118a1\U000118c1\U00016f3a\U0001cce8' ||
    E'\u03a4\u03c4\u0422\u0442\u13a2\u1c84\u1c85\u1d1b\u22a4\u27d9\u2ca6\u2ca7\ua4d4\uab72\U00010297' ||
    E'\U000102b1\U00010315\U000118bc\U00016f0a\U0001cce9\U0001f768' ||
    E'\u01b2\u028b\u03c5\u054d\u057d\u1200\u144c\u1d1c\u222a\u22c3\ua4f4\ua79e\ua79f\uab4e\uab52\U000104ce' ||
    E'\U000104f6\U000118b8\U000118d8\U00016f42\U0001ccea' ||
    E'\u03bd\u0474\u0475\u05d8\u0667\u06f7\u13d9\u142f\u1d20\u2228\u22c1\u2d38\ua4e6\ua6df\uaba9\U0001051d' ||
    E'\U00011706\U000118a0\U000118c0\U00016f08\U0001cceb\U0001d20d' ||
    E'\u019c\u026f\u03a9\u03c9\u0428\u0448\u0460\u0461\u051c\u051d\u0531\u0561\u13b3\u13d4\u1d21\u2cbc' ||
    E'\u2cbd\ua4ea\uab83\uaba4\U0001170a\U0001170e\U0001170f\U000118e6\U000118ef\U0001ccec' ||
    E'\u00d7\u03a7\u03c7\u0425\u0445\u1541\u157d\u166d\u166e\u16b7\u2573\u292b\u292c\u2a2f\u2cac\u2cad' ||
    E'\u2d5d\ua4eb\ua7b3\uab53\U00010290\U000102b4\U00010317\U00010322\U00010527\U000118ec\U0001cced' ||
    E'\u0194\u0263\u028f\u0393\u03a5\u03b3\u0423\u0443\u04ae\u04af\u10e7\u13a9\u13bd\u1ca7\u1d8c\u1efe' ||
    E'\u1eff\u2ca8\u2ca9\ua4ec\uab5a\uab79\uab8d\U000102b2\U000118a4\U000118dc\U00016f43\U0001ccee' ||
    E'\u0396\u03b6\u13c3\u1d22\ua4dc\uab93\U000102f5\U000118a9\U000118c4\U000118c9\U000118e5\U0001ccef',
    repeat('''', 24) || repeat('-', 11) || repeat('2', 11) || repeat('3', 25) || repeat('4', 5) || repeat('5', 4) ||
    repeat('6', 11) || repeat('7', 5) || repeat('8', 7) || repeat('9', 13) || repeat('a', 15) || repeat('b', 27) ||
    repeat('c', 20) || repeat('d', 13) || repeat('e', 19) || repeat('f', 20) || repeat('g', 15) ||
    repeat('h', 18) || repeat('i', 16) || repeat('j', 12) || repeat('k', 13) || repeat('l', 44) ||
    repeat('m', 17) || repeat('n', 12) || repeat('o', 63) || repeat('p', 23) || repeat('q', 8) || repeat('r', 22) ||
    repeat('s', 19) || repeat('t', 21) || repeat('u', 21) || repeat('v', 22) || repeat('w', 26) ||
    repeat('x', 27) || repeat('y', 28) || repeat('z', 12))
$$;

-- What a name looks like: two names with one key cannot be told apart at a glance. Marks are taken off their letters
-- first, or А with a ring would not be Å; 1 and I are an l, 0 an o. What only chooses between shapes is left out. Some
-- signs stand for a whole sentence: of what they are taken apart to, no more is kept than fits into an index.
create function name_key(name text) returns text
  language sql immutable strict parallel safe set search_path = public, pg_temp
as $$
  select rtrim(left(replace(replace(translate(lower(latin_lookalikes(
    btrim(regexp_replace(regexp_replace(normalize(name, nfkd), '[\ufe00-\ufe0f\U00016fe4\U0001d159]', '', 'g'), '\s+', ' ', 'g')))),
    '`i1|!0', '''llllo'), 'rn', 'm'), 'vv', 'w'), 600))
$$;
