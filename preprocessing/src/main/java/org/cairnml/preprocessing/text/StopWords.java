package org.cairnml.preprocessing.text;

import java.util.List;

/**
 * Short lists of function words, in lower case: {@code new
 * TfidfVectorizer().withStopWords(StopWords.ENGLISH.words())}. Drawn up for this library from the
 * closed classes of each grammar: articles, personal and possessive pronouns, common prepositions
 * and conjunctions, forms of the auxiliary verbs. Words that carry meaning in a review, such as
 * negations, are not among them.
 */
public enum StopWords {
  /** English. */
  ENGLISH(
      """
      a an the this that these those i me my mine you your yours he him his she her hers it its we
      us our ours they them their theirs who whom whose which what and or but if than then as so
      because while of in on at by for from to with into onto about after before between during
      through over under up out off am is are was were be been being do does did doing have has had
      having will would shall should can could may might must there here
      """),
  /** Russian. */
  RUSSIAN(
      """
      я меня мне мной мы нас нам нами ты тебя тебе тобой вы вас вам вами он его ему им она её ее ей
      оно они их ими мой моя моё мое мои твой твоя твоё твое твои наш наша наше наши ваш ваша ваше
      ваши свой своя своё свое свои этот эта это эти тот та то те кто что который которая которое
      которые и а но или да если чтобы как так же ли бы в во на с со к ко по за из от до у о об при
      под над для без через между перед про быть был была было были есть будет будут
      """),
  /** German. */
  GERMAN(
      """
      der die das den dem des ein eine einen einem einer eines ich mich mir du dich dir er ihn ihm
      sie ihr ihnen es wir uns euch mein meine dein deine sein seine unser unsere euer eure dieser
      diese dieses jener jene jenes wer wen wem was welche welcher welches und oder aber wenn weil
      dass ob als wie so in im an am auf aus bei beim mit nach von vom zu zum zur für durch um über
      unter vor bis bin bist ist sind seid war waren wird werden wurde wurden hat haben hatte hatten
      kann können muss müssen soll sollen
      """),
  /** French. */
  FRENCH(
      """
      le la les un une des du de au aux je me moi tu te toi il elle on nous vous ils elles lui leur
      leurs mon ma mes ton ta tes son sa ses notre nos votre vos ce cet cette ces cela qui que quoi
      dont où et ou mais si comme donc car en dans sur sous par pour avec sans chez vers entre est
      suis es sommes êtes sont était étaient être été ai as avons avez ont avait avaient avoir
      """),
  /** Spanish. */
  SPANISH(
      """
      el la los las lo un una unos unas yo me mí tú te ti él ella ello nosotros nosotras vosotros
      vosotras ellos ellas usted ustedes nos os se le les mi mis tu tus su sus nuestro nuestra
      nuestros nuestras este esta esto estos estas ese esa eso esos esas que quien quienes cual
      cuales y e o u pero si como porque de del en a al con por para desde hasta entre sobre es son
      era eran fue fueron ser está están estaba estar he ha han había haber
      """);

  private final List<String> words;

  StopWords(String words) {
    this.words = List.of(words.strip().split("\\s+"));
  }

  /** The words, without repeats. */
  public List<String> words() {
    return words;
  }
}
