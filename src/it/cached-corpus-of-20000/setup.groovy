// SPDX-License-Identifier: Apache-2.0
import java.security.MessageDigest

// What many runs have left behind.
def cache = new File(basedir, 'cache/it.example/cached-corpus-of-20000/example.DigitsTest/sums')
cache.mkdirs()
def sha256 = MessageDigest.getInstance('SHA-256')
for (int i = 0; i < 20000; i++) {
  byte[] content = "maven fuzz v1\nString(\"${i * 7919}\")\n".getBytes('US-ASCII')
  new File(cache, sha256.digest(content).encodeHex().toString().substring(0, 16)).bytes = content
}
