// SPDX-License-Identifier: Apache-2.0
// A topic by its title with the id beside it; without a title the id is made readable.
function readable(id: string): string {
  const words = id.replace(/_/g, " ").replace(".", ": ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function TopicName({ id, title }: { id: string; title?: string }) {
  return (
    <>
      {title ?? readable(id)} <span className="id">{id}</span>
    </>
  );
}
