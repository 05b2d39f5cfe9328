"""Asks `shingi mcp` as the official Python client of the protocol does, and checks the answers."""

import asyncio
import sys

from mcp import ClientSession, StdioServerParameters
from mcp.client.stdio import stdio_client

TOOLS = {"search", "statements", "positions", "summaries", "links", "meetings"}


async def main(program: str, index: str) -> None:
    server = StdioServerParameters(command=program, args=["mcp", "--index", index])
    async with stdio_client(server) as (reading, writing):
        async with ClientSession(reading, writing) as session:
            greeting = await session.initialize()
            assert "shingi" in str(greeting), greeting
            tools = {tool.name for tool in (await session.list_tools()).tools}
            assert TOOLS <= tools, tools

            async def ask(name, **arguments):
                result = await session.call_tool(name, arguments)
                failed = getattr(result, "is_error", getattr(result, "isError", None))
                answer = getattr(
                    result, "structured_content", getattr(result, "structuredContent", None))
                return failed, answer, result.content[0].text

            failed, found, text = await ask("search", q="報告基準", maximumRecords=3)
            assert not failed and found["numberOfRecords"] > 0, text
            for hit in found["hits"]:
                assert "報告基準" in hit["text"] and "#" in hit["address"], hit
            address = found["hits"][0]["address"]
            failed, around, text = await ask("statements", address=address, context=1)
            asked = [s["statement"] for s in around["statements"] if s["isAsked"]]
            assert not failed and [s["address"] for s in asked] == [address], text
            failed, positions, text = await ask("positions", stance=["concern"])
            assert not failed and positions["numberOfRecords"] > 0, text
            for position in positions["positions"]:
                assert position["stance"] == "concern" and position["clause"], position
            failed, summary, text = await ask("summaries", address="86/1.2")
            assert not failed and len(summary["meetings"]) == 1, text
            failed, links, text = await ask("links", provision="電気通信事業法施行規則58条")
            assert not failed and links["numberOfRecords"] > 0, text
            assert all(link["text"] for link in links["links"]), links
            failed, _, text = await ask("statements", address="99#1")
            assert failed and "99" in text, text
            failed, _, text = await ask("search", words="報告")
            assert failed and "words" in text, text
    print(f"{len(tools)} tools; 7 calls answered as they should")


asyncio.run(main(sys.argv[1], sys.argv[2]))
