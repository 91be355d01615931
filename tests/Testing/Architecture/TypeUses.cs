using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Checkout.Testing.Architecture;

/// <summary>The types of the same assembly that one type uses.</summary>
internal sealed class TypeUses(MetadataReader reader)
{
    private readonly SignatureTypes signatures = new();

    public IReadOnlyCollection<TypeDefinitionHandle> Types => signatures.Found;

    public void AddType(PEReader file, TypeDefinitionHandle handle)
    {
        var type = reader.GetTypeDefinition(handle);
        Add(type.BaseType);
        foreach (var implemented in type.GetInterfaceImplementations())
            Add(reader.GetInterfaceImplementation(implemented).Interface);
        AddConstraints(type.GetGenericParameters());
        foreach (var field in type.GetFields())
            reader.GetFieldDefinition(field).DecodeSignature(signatures, null);
        foreach (var method in type.GetMethods())
            AddMethod(file, reader.GetMethodDefinition(method));
    }

    private void AddMethod(PEReader file, MethodDefinition method)
    {
        method.DecodeSignature(signatures, null);
        AddConstraints(method.GetGenericParameters());
        if (method.RelativeVirtualAddress == 0)
            return;
        var body = file.GetMethodBody(method.RelativeVirtualAddress);
        if (!body.LocalSignature.IsNil)
            reader.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(signatures, null);
        foreach (var region in body.ExceptionRegions)
            Add(region.CatchType);
        foreach (var token in Instructions.Tokens(body.GetILReader()))
            Add(MetadataTokens.EntityHandle(token));
    }

    private void AddConstraints(GenericParameterHandleCollection parameters)
    {
        foreach (var parameter in parameters)
        foreach (var constraint in reader.GetGenericParameter(parameter).GetConstraints())
            Add(reader.GetGenericParameterConstraint(constraint).Type);
    }

    private void Add(EntityHandle handle)
    {
        if (handle.IsNil)
            return;
        switch (handle.Kind)
        {
            case HandleKind.TypeDefinition:
                signatures.Found.Add((TypeDefinitionHandle)handle);
                break;
            case HandleKind.TypeSpecification:
                reader.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(signatures, null);
                break;
            case HandleKind.MethodDefinition:
                signatures.Found.Add(reader.GetMethodDefinition((MethodDefinitionHandle)handle).GetDeclaringType());
                break;
            case HandleKind.FieldDefinition:
                signatures.Found.Add(reader.GetFieldDefinition((FieldDefinitionHandle)handle).GetDeclaringType());
                break;
            case HandleKind.MethodSpecification:
                var generic = reader.GetMethodSpecification((MethodSpecificationHandle)handle);
                generic.DecodeSignature(signatures, null);
                Add(generic.Method);
                break;
            case HandleKind.MemberReference:
                AddMember(reader.GetMemberReference((MemberReferenceHandle)handle));
                break;
        }
    }

    private void AddMember(MemberReference member)
    {
        Add(member.Parent);
        if (member.GetKind() is MemberReferenceKind.Method)
            member.DecodeMethodSignature(signatures, null);
        else
            member.DecodeFieldSignature(signatures, null);
    }
}
