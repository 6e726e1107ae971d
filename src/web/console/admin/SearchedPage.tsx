// SPDX-License-Identifier: Apache-2.0
// An admin page that is one list with a search above it.
import { Box } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { PageHead } from "./PageHead";
import { SearchField } from "./SearchField";

export function SearchedPage(props: {
  title: string;
  lead: string;
  hint: string;
  children: (query: string) => ReactNode;
}) {
  const [query, setQuery] = useState("");
  return (
    <>
      <PageHead title={props.title} lead={props.lead} />
      <Box mb="md">
        <SearchField hint={props.hint} query={query} onChange={setQuery} />
      </Box>
      {props.children(query)}
    </>
  );
}
