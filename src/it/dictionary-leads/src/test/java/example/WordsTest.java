// SPDX-License-Identifier: Apache-2.0
package example;

import io.github.mavenfuzz.api.Dictionary;
import io.github.mavenfuzz.api.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** No comparison tells the words: they are known by their digests. */
@Dictionary("of the class")
class WordsTest {

  @FuzzTest
  @Dictionary("na\u00efve")
  void annotated(String text) throws NoSuchAlgorithmException {
    fail(text.getBytes(StandardCharsets.UTF_8), "f86fd89de87a848a45bfe77708d91a5d2ff48b8e4a4b98af5165af82692f8928");
  }

  @FuzzTest
  void inherited(String text) throws NoSuchAlgorithmException {
    fail(text.getBytes(StandardCharsets.UTF_8), "af9136c2730320286ed33d0ac4c2d9e281b70bead1333f283f82124016abfcb2");
  }

  @FuzzTest
  @Dictionary(files = "words.dict")
  void file(byte[] data) throws NoSuchAlgorithmException {
    fail(data, "88cbfd98b0b15351a2547cd46c232be4d88fe956565a5677267c5f9834a0fc28");
  }

  @FuzzTest
  void parameter(byte[] data) throws NoSuchAlgorithmException {
    fail(data, "184858a00fd7971f810848266ebcecee5e8b69972c5ffaed622f5ee078671aed");
  }

  private static void fail(byte[] data, String digest) throws NoSuchAlgorithmException {
    byte[] found = MessageDigest.getInstance("SHA-256").digest(data);
    if (HexFormat.of().formatHex(found).equals(digest)) {
      throw new IllegalStateException("said the word");
    }
  }
}
