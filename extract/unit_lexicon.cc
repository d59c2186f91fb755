#include "extract/unit_lexicon.h"

#include <string>

#include "extract/vocabulary.h"

namespace vanthu {
namespace {

const Phrases& group_nouns() {
  static const Phrases table(vocabulary("group_nouns.tsv"));
  return table;
}

const Phrases& openings() {
  static const Phrases table(vocabulary("verbs.tsv"));
  return table;
}

HeadKind kind_named(std::string_view name) {
  if (name == "whole") return HeadKind::whole;
  if (name == "official") return HeadKind::official;
  if (name == "person") return HeadKind::person;
  return HeadKind::body;
}

// "Hội An": a place, whose first words are a noun.
bool names_place(TokenView words, std::size_t at, std::size_t noun) {
  return words[at].upper && places().longest(words, at).words > noun;
}

// The longer of an agency's name and a head noun.
Head spelled_head(TokenView words, std::size_t at) {
  const auto agency = agencies().longest(words, at);
  const auto head = heads().longest(words, at);
  if (agency && (!head || agency.words > head.words)) return {HeadKind::body, agency.words, true};
  if (!head || names_place(words, at, head.words)) return {};
  const HeadKind kind = kind_named((*head.row)[1]);
  return {kind, head.words, agency.words == head.words || kind == HeadKind::whole};
}

}  // namespace

const Phrases& agencies() {
  static const Phrases table(vocabulary("agencies.tsv"));
  return table;
}

const Phrases& heads() {
  static const Phrases table(vocabulary("heads.tsv"));
  return table;
}

const Phrases& places() {
  static const Phrases table(vocabulary("places.tsv"));
  return table;
}

const Phrases& abbreviations() {
  static const Phrases table(vocabulary("abbreviations.tsv"));
  return table;
}

Head head_at(TokenView words, std::size_t at) {
  const Head spelled = spelled_head(words, at);
  if (spelled || at >= words.size() || !words[at].upper) return spelled;
  const auto shortened = abbreviations().longest(words, at);
  if (!shortened || !words[at].capitals) return {};
  const auto full = tokens((*shortened.row)[1]);
  const Head head = spelled_head(full, 0);
  if (!head) return {};
  return {head.kind, shortened.words, head.named && head.words == full.size()};
}

std::size_t group_noun_at(TokenView words, std::size_t at) {
  const std::size_t noun = group_nouns().longest(words, at).words;
  return noun > 0 && names_place(words, at, noun) ? 0 : noun;
}

Opening opening_at(TokenView words, std::size_t at) {
  const auto found = openings().longest(words, at);
  if (!found) return {};
  const std::string_view kind = (*found.row)[1];
  return {kind == "verb"     ? WordKind::verb
          : kind == "weak"   ? WordKind::weak
          : kind == "adverb" ? WordKind::adverb
          : kind == "noun"   ? WordKind::noun
                             : WordKind::limit,
          found.words};
}

bool drops_area(TokenView words) {
  const auto head = heads().longest(words, 0);
  return head && (*head.row)[2] == "yes";
}

}  // namespace vanthu
