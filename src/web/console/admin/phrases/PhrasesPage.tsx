// SPDX-License-Identifier: Apache-2.0
// The fixed sentences of the desk, in all languages side by side.
import { Empty } from "../../parts/Empty";
import { text } from "../../text";
import { useDraftRules } from "../rulesStore";
import { SearchedPage } from "../SearchedPage";
import { plainForm } from "../warnings";
import { PhraseSection } from "./PhraseSection";

const words = text.admin.phrases;

export function PhrasesPage() {
  const all = Object.entries(useDraftRules().phrases);
  return (
    <SearchedPage title={text.admin.parts.phrases} lead={words.lead} hint={words.searchHint}>
      {(query) => {
        const shown = all.filter(([id, phrase]) =>
          [id, phrase.en, phrase.es].some((one) => plainForm(one).includes(plainForm(query))),
        );
        if (shown.length === 0)
          return <Empty title={all.length === 0 ? words.empty : words.none} />;
        return shown.map(([id, phrase]) => <PhraseSection key={id} id={id} phrase={phrase} />);
      }}
    </SearchedPage>
  );
}
