// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.mutation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.comparison.Comparison;
import io.github.mavenfuzz.comparison.Comparison.Mention;
import io.github.mavenfuzz.comparison.Comparison.OfBytes;
import io.github.mavenfuzz.comparison.Comparison.OfDecimals;
import io.github.mavenfuzz.comparison.Comparison.OfNumbers;
import io.github.mavenfuzz.comparison.Comparison.OfTexts;
import io.github.mavenfuzz.comparison.Comparison.Relation;
import io.github.mavenfuzz.comparison.Comparison.Sought;
import io.github.mavenfuzz.corpus.Signature;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SuggestionsTest {
  private static final int MUTANTS = 4000;

  /** All that comes out of one mutation each of a value, of which this was heard. */
  private static Set<Object> mutants(String descriptor, Object value, Comparison... heard) {
    Signature signature = Signature.ofDescriptor(descriptor);
    Input parent = Input.of(signature);
    parent.set(List.of(value));
    Input input = Input.of(signature);
    input.copyFrom(parent);
    input.learn(List.of(heard));
    Prng random = new Prng(1);
    Set<Object> mutants = new HashSet<>();
    for (int i = 0; i < MUTANTS; i++) {
      input.copyFrom(parent);
      input.mutate(random, 64);
      Object mutant = input.get().get(0);
      mutants.add(mutant instanceof byte[] bytes ? new String(bytes, ISO_8859_1) : mutant);
    }
    return mutants;
  }

  /** What comes of following each of what was heard of bytes, one by one. */
  private static List<String> oneByOne(String value, Comparison... heard) {
    return Stream.of(Promise.values())
        .flatMap(promise -> oneByOne(promise, value, heard).stream())
        .toList();
  }

  private static List<String> oneByOne(Promise promise, String value, Comparison... heard) {
    Input input = Input.of(Signature.ofDescriptor("([B)V"));
    Input parent = Input.of(Signature.ofDescriptor("([B)V"));
    parent.set(List.of(value.getBytes(ISO_8859_1)));
    input.copyFrom(parent);
    input.learn(List.of(heard));
    List<String> mutants = new ArrayList<>();
    for (int i = 0; i < input.suggestions(promise); i++) {
      input.copyFrom(parent);
      if (input.follow(promise, i, 64)) {
        mutants.add(new String((byte[]) input.get().get(0), ISO_8859_1));
      }
    }
    return mutants;
  }

  private static Set<Object> ofBytes(String value, Comparison... heard) {
    return mutants("([B)V", value.getBytes(ISO_8859_1), heard);
  }

  private static Set<Object> withDictionary(String descriptor, Object value, String... words) {
    Signature signature = Signature.ofDescriptor(descriptor);
    Input input = Input.of(signature);
    input.remember(List.of(words));
    Prng random = new Prng(1);
    Set<Object> mutants = new HashSet<>();
    for (int i = 0; i < MUTANTS; i++) {
      input.set(List.of(value));
      input.learn(List.of());
      input.mutate(random, 64);
      Object mutant = input.get().get(0);
      mutants.add(mutant instanceof byte[] bytes ? new String(bytes, ISO_8859_1) : mutant);
    }
    return mutants;
  }

  @Test
  void text_isPlacedWithWhatSaysHowLongItIs() {
    assertThat(ofBytes("\"\1xz", new OfTexts("x", "admin", Relation.EQUAL)))
        .contains("\"\5adminz", "\"\1adminz");
    assertThat(ofBytes("T\3\"\1x", new OfTexts("x", "admin", Relation.EQUAL)))
        .contains("T\7\"\5admin", "T\3\"\5admin");
    assertThat(ofBytes("\"\0", new OfTexts("", "admin", Relation.EQUAL)))
        .as("what is missing")
        .contains("\"\5admin");
  }

  @Test
  void suggestionsOneByOne_haveCountsRightToo() {
    assertThat(oneByOne("\"\1xz", new OfTexts("x", "admin", Relation.EQUAL)))
        .contains("\"\1adminz", "\"\5adminz")
        .doesNotHaveDuplicates();
    assertThat(oneByOne("\"\0", new OfTexts("", "admin", Relation.EQUAL))).contains("\"\5admin");
    assertThat(oneByOne("\b\u009d\u0080/\u008a\1\2\u00100", new OfNumbers(24, -300)))
        .as("zigzag")
        .contains("\b\u009d\u0080/\u008a\1\3\u0010\u00d7\4");
  }

  @Test
  void counts_thatAreLeftOutStayAsTheyAre() {
    Input parent = Input.of(Signature.ofDescriptor("([B)V"));
    parent.set(List.of("\"\1xz".getBytes(ISO_8859_1)));
    Input input = Input.of(Signature.ofDescriptor("([B)V"));
    input.leaveOutCounts();
    input.copyFrom(parent);
    input.learn(List.of(new OfTexts("x", "admin", Relation.EQUAL)));
    int suggestions = input.suggestions(Promise.POSSIBLE);
    Prng random = new Prng(1);
    Set<String> mutants = new HashSet<>();
    for (int i = 0; i < suggestions + MUTANTS; i++) {
      input.copyFrom(parent);
      if (i >= suggestions) {
        input.mutate(random, 64);
      } else if (!input.follow(Promise.POSSIBLE, i, 64)) {
        continue;
      }
      mutants.add(new String((byte[]) input.get().get(0), ISO_8859_1));
    }
    assertThat(mutants).contains("\"\1adminz").doesNotContain("\"\5adminz", "\"\2xxz", "\"\0z");
  }

  @Test
  void dictionary_isPlacedWhateverWasLearned() {
    assertThat(withDictionary("([B)V", "<>".getBytes(ISO_8859_1), "\u00ff\u00d8", "SELECT"))
        .contains("<\u00ff\u00d8>", "SELECT<>", "<>SELECT");
  }

  @Test
  void dictionary_isTextInATextIfItIsUtf8() {
    assertThat(withDictionary("(Ljava/lang/String;)V", "<>", "\u00c3\u00a9t\u00c3\u00a9", "\u00ff"))
        .contains("<\u00e9t\u00e9>", "<\u00ff>");
  }

  @Test
  void numbers_areReplacedInEveryWidthAndOrder() {
    OfNumbers numbers = new OfNumbers(0x01020304, 0xCAFEBABE);
    assertThat(ofBytes("<\1\2\3\4>", numbers)).contains("<\u00CA\u00FE\u00BA\u00BE>");
    assertThat(ofBytes("<\4\3\2\1>", numbers)).contains("<\u00BE\u00BA\u00FE\u00CA>");
    assertThat(ofBytes("<\5\6>", new OfNumbers(0x7FFF, 0x0506))).contains("<\u007F\u00FF>");
    assertThat(ofBytes("x", new OfNumbers('x', -2))).contains("\u00FE");
  }

  @Test
  void numbers_areReplacedAsTheyAreInProtocolBuffers() {
    assertThat(ofBytes("<\u00ACx\u00AC\2>", new OfNumbers(300, 70_000)))
        .contains("<\u00ACx\u00F0\u00A2\4>");
    assertThat(ofBytes("<\0001>", new OfNumbers(-25, -12_345))).contains("<\0\u00F1\u00C0\1>");
  }

  @Test
  void records_areAddedForNamesThatAreMissing() {
    OfTexts one = new OfTexts("debug", "level", Relation.EQUAL);
    OfTexts other = new OfTexts("debug", "mode", Relation.EQUAL);
    assertThat(ofBytes("level=7&mode=x", one, other))
        .contains("debug=7&level=7&mode=x", "level=7&mode=x&debug=x");
    assertThat(ofBytes("{\"level\":7,\"mode\":8}", one, other))
        .contains("{\"debug\":7,\"level\":7,\"mode\":8}");
    assertThat(ofBytes("level=7", one)).contains("debug=7\nlevel=7", "debug=7;level=7");
    assertThat(oneByOne("[1,{\"level\":[2,3]}]", one))
        .as("in what is closed behind it")
        .contains("[1,{\"debug\":[2,3],\"level\":[2,3]}]");
    assertThat(oneByOne("?level=7&x", one)).contains("?debug=7&level=7&x");
    OfTexts overlapping = new OfTexts("debug", "el=7", Relation.EQUAL);
    assertThat(ofBytes("level=7&mode=x", one, overlapping, other)).contains("levdebug&el=7&mode=x");
  }

  @Test
  void queries_getTextsInPercentSigns() {
    OfTexts texts = new OfTexts("a/b", "pay", Relation.EQUAL);
    assertThat(ofBytes("s=1&k=pay", texts)).contains("s=1&k=a%2Fb", "s=1&k=a/b");
    assertThat(ofBytes("k=pay", texts)).doesNotContain("k=a%2Fb");
  }

  @Test
  void numbers_areReplacedAsText() {
    assertThat(ofBytes("n=123;", new OfNumbers(123, 987654))).contains("n=987654;");
    assertThat(ofBytes("n=7f;", new OfNumbers(0x7F, 0xBEEF))).contains("n=beef;");
    assertThat(ofBytes("n=0.5;", new OfDecimals(0.5, 1234.25))).contains("n=1234.25;");
    assertThat(mutants("(Ljava/lang/String;)V", "n=123;", new OfNumbers(987654, 123)))
        .contains("n=987654;");
  }

  @Test
  void texts_areReplacedInWhatTheyWereDecodedFrom() {
    OfTexts texts = new OfTexts("ab?", "magic", Relation.EQUAL);
    assertThat(ofBytes("<YWI/>", texts)).contains("<bWFnaWM=>");
    assertThat(ofBytes("<61623f>", texts)).contains("<6d61676963>");
    assertThat(ofBytes("<61623F>", texts)).contains("<6D61676963>");
    assertThat(ofBytes("<_-8>", new OfBytes("\u00ff\u00ef", "\u00fb"))).contains("<-w>");
  }

  @Test
  void texts_areReplacedInAPartOfWhatWasDecoded() {
    OfTexts texts = new OfTexts("guest", "root", Relation.EQUAL);
    assertThat(ofBytes("<cm9sZT1ndWVzdDs=>", texts)).contains("<cm9sZT1yb290Ow==>");
    assertThat(ofBytes("a=x%3Dguest&b=1", texts)).contains("a=x%3Droot&b=1");
  }

  @Test
  void texts_thatAreMissingArePutIntoWhatIsDecoded() {
    OfTexts seen = new OfTexts("role", "user", Relation.EQUAL);
    OfTexts missing = new OfTexts("", "key=", Relation.PREFIX);
    assertThat(ofBytes("<726f6c65>", seen, missing)).contains("<6b65793d726f6c65>");
    assertThat(ofBytes("<726f6c65>", missing)).doesNotContain("<6b65793d726f6c65>");
  }

  @Test
  void texts_areReplacedInBytesThatWereTakenForChars() {
    OfTexts texts = new OfTexts("\u00e9t\u00e9", "magic", Relation.EQUAL);
    assertThat(ofBytes("<\u00e9t\u00e9>", texts)).contains("<magic>");
    assertThat(ofBytes("<6XTp>", texts)).contains("<bWFnaWM=>");
  }

  @Test
  void texts_areReplacedWhateverTheirCase() {
    OfTexts texts = new OfTexts("word", "magic", Relation.EQUAL);
    assertThat(ofBytes("<WORD>", texts)).contains("<magic>");
    assertThat(mutants("(Ljava/lang/String;)V", "<WORD>", texts)).contains("<magic>");
  }

  @Test
  void texts_areReplacedAsTheirRelationWants() {
    assertThat(ofBytes("<word>", new OfTexts("word", "magic", Relation.EQUAL))).contains("<magic>");
    assertThat(ofBytes("<magic>", new OfTexts("word", "magic", Relation.EQUAL))).contains("<word>");
    assertThat(ofBytes("abcdef", new OfTexts("abcdef", "xyz", Relation.PREFIX))).contains("xyzdef");
    assertThat(ofBytes("abcdef", new OfTexts("abcdef", "xyz", Relation.SUFFIX))).contains("abcxyz");
    assertThat(ofBytes("12", new OfBytes("1", "\u00FF\0"))).contains("\u00FF\0002");
  }

  @Test
  void texts_areReplacedInEveryCharset() {
    OfTexts texts = new OfTexts("\u00E9", "\u4F60", Relation.EQUAL);
    assertThat(ofBytes("<\u00C3\u00A9>", texts)).contains("<\u00E4\u00BD\u00A0>");
    assertThat(ofBytes("<\0\u00E9>", texts)).contains("<O`>");
    assertThat(ofBytes("<\u00E9\0>", texts)).contains("<`O>");
    assertThat(mutants("(Ljava/lang/String;)V", "<\u00E9>", texts)).contains("<\u4F60>");
  }

  @Test
  void whatIsNotInTheInput_isPutSomewhere() {
    assertThat(ofBytes("abc", new OfTexts("else", "token", Relation.INFIX)))
        .contains("tokenabc", "abctoken", "token");
    assertThat(ofBytes("abc", new Mention("<!--"))).contains("<!--abc", "ab<!--");
    assertThat(ofBytes("abc", new Mention("\u4F60"))).contains("abc\u00E4\u00BD\u00A0");
  }

  @Test
  void numberThatIsNotInTheInput_isPutSomewhere() {
    assertThat(ofBytes("ab", new OfNumbers(-1, 2121))).contains("2121ab", "ab2121");
    assertThat(ofBytes("ab80", new OfNumbers(80, 2121)))
        .as("what is there is replaced")
        .contains("ab2121")
        .doesNotContain("2121ab80");
    Comparison[] many =
        IntStream.range(1000, 1100).mapToObj(i -> new OfNumbers(-1, i)).toArray(Comparison[]::new);
    Set<Object> mutants = ofBytes("ab", many);
    assertThat(IntStream.range(1000, 1100).filter(i -> mutants.contains("ab" + i)).boxed())
        .as("as a loop compares last")
        .hasSizeGreaterThan(3)
        .allMatch(i -> i >= 1084);
  }

  @Test
  void fields_areMadeForNamesThatAreSought() {
    Sought port = new Sought("port");
    assertThat(oneByOne(Promise.LIKELY, "{\"a\":{}}", port))
        .contains("{\"port\":1,\"a\":{}}", "{\"a\":{\"port\":\"\"}}", "{\"a\":{},\"port\":{}}");
    assertThat(oneByOne(Promise.LIKELY, "{a: [1]}", port)).contains("{a: [1],port: true}");
    assertThat(oneByOne(Promise.LIKELY, "a=1&b=2", port))
        .contains("a=1&port=1&b=2", "a=1&b=2&port=1", "port=1\na=1&b=2");
    assertThat(oneByOne(Promise.LIKELY, "<a><b c=\"d\">", port))
        .contains("<a port=\"1\"><b c=\"d\">", "<a><b c=\"d\" port=\"1\">");
    assertThat(oneByOne(Promise.LIKELY, "<a/>", port)).contains("<a port=1/>");
    assertThat(oneByOne(Promise.LIKELY, "s:\n  a: 1", port))
        .contains("s:\n  port: 1\n  a: 1", "s:\n  a: 1\n  port: 1", "s:\n  a: 1\n    port: 1");
    assertThat(oneByOne(Promise.LIKELY, "id,name\n1,x", port))
        .as("a list of names")
        .contains("id,name,port\n1,x", "id,port,name\n1,x");
    assertThat(oneByOne(Promise.LIKELY, "{}", port))
        .as("forms that are not there")
        .contains("{\"port\":1}", "{port=1}", "{port: {}}");
  }

  @Test
  void fields_haveNumbersThatSomethingWasComparedWith() {
    assertThat(oneByOne(Promise.LIKELY, "{}", new Sought("port"), new OfNumbers(0, 65_536)))
        .contains("{\"port\":65536}");
  }

  @Test
  void fields_thatAreThereAreNotMade() {
    assertThat(oneByOne(Promise.LIKELY, "{\"port\":1}", new Sought("port"))).isEmpty();
    assertThat(oneByOne(Promise.LIKELY, "{}", new Mention("port"))).isEmpty();
  }

  @Test
  void fields_areOfWhatWasSoughtLastIfThatIsMuch() {
    Comparison[] many =
        IntStream.range(100, 200).mapToObj(i -> new Sought("n" + i)).toArray(Comparison[]::new);
    assertThat(oneByOne(Promise.LIKELY, "{}", many))
        .contains("{n199=1}", "{n197=1}")
        .doesNotContain("{n191=1}");
  }

  @Test
  void values_takeOtherKinds() {
    OfNumbers any = new OfNumbers(500, 501);
    assertThat(oneByOne(Promise.POSSIBLE, "{\"a\": 7,\"b\":[8,9]}", any))
        .contains(
            "{\"a\": {},\"b\":[8,9]}",
            "{\"a\": 7,\"b\":true}",
            "{\"a\": 7,\"b\":[8,\"\"]}",
            "{\"a\": 7,\"b\":[8,8,9]}",
            "{\"a\": 7,\"b\":[8,9,9]}");
    assertThat(oneByOne(Promise.POSSIBLE, "[]", any)).contains("[1]", "[{}]");
    assertThat(oneByOne(Promise.POSSIBLE, "f(x)", any)).contains("f(x,x)", "f([1,2])");
  }

  @Test
  void texts_areQuotedWhereNumbersWere() {
    assertThat(oneByOne("{\"a\":1}", new OfTexts("1", "refund", Relation.EQUAL)))
        .contains("{\"a\":\"refund\"}", "{\"a\":refund}");
    assertThat(oneByOne("{\"a\":\"1\"}", new OfTexts("1", "refund", Relation.EQUAL)))
        .contains("{\"a\":\"refund\"}")
        .doesNotContain("{\"a\":\"\"refund\"\"}");
    assertThat(oneByOne("a 1", new OfTexts("1", "refund", Relation.EQUAL)))
        .doesNotContain("a \"refund\"");
  }

  @Test
  void texts_areFilledWhereTheyAreEmpty() {
    assertThat(
            oneByOne(
                Promise.LIKELY,
                "<form method='' action=\"\">",
                new OfTexts("", "/admin", Relation.EQUAL)))
        .contains("<form method='' action=\"/admin\">", "<form method='/admin' action=\"\">");
  }

  @Test
  void suggestions_thatWereComparedLastAreLikely() {
    Comparison[] many =
        IntStream.range(100, 200)
            .mapToObj(i -> new OfTexts("x", "word" + i, Relation.EQUAL))
            .toArray(Comparison[]::new);
    assertThat(oneByOne(Promise.LIKELY, "x", many)).startsWith("word199").doesNotContain("word100");
    assertThat(oneByOne(Promise.POSSIBLE, "x", many)).contains("word100");
  }

  @Test
  void lengths_areMetAndPassed() {
    assertThat(ofBytes("abc", new OfNumbers(3, 40)))
        .anyMatch(one -> ((String) one).startsWith("abc") && ((String) one).length() == 40)
        .anyMatch(one -> ((String) one).startsWith("abc") && ((String) one).length() == 41);
    assertThat(ofBytes("abcdef", new OfNumbers(2, 6))).contains("ab", "abc");
  }

  @Test
  void suggestions_neverPassTheLargestLength() {
    String text = "word".repeat(16);
    OfTexts longer = new OfTexts("word", "much longer", Relation.EQUAL);
    assertThat(ofBytes(text, longer, new OfNumbers(64, 100), new Mention("more")))
        .allMatch(one -> ((String) one).length() <= 64);
  }

  @Test
  void numberParameters_becomeWhatTheyWereComparedWith() {
    assertThat(mutants("(I)V", 5, new OfNumbers(5, 123456))).contains(123455, 123456, 123457);
    assertThat(mutants("(J)V", 5L, new OfNumbers(1L << 50, 5))).contains(1L << 50);
    assertThat(mutants("(D)V", 0.5, new OfDecimals(0.5, 98765.4321))).contains(98765.4321);
    assertThat(mutants("(F)V", 2f, new OfNumbers(2, 777_777))).contains(777_777f);
  }

  @Test
  void whatWasLearned_isForgottenWithTheNext() {
    Input input = Input.of(Signature.ofDescriptor("([B)V"));
    input.learn(List.of(new Mention("a token of the past")));
    input.learn(List.of());
    Prng random = new Prng(1);
    for (int i = 0; i < MUTANTS; i++) {
      input.mutate(random, 64);
      assertThat(new String((byte[]) input.get().get(0), ISO_8859_1)).doesNotContain("token");
    }
  }
}
